import { setTimeout as wait } from 'node:timers/promises'
import { cpuProvider } from '../../src/worker/providers/execution-provider.ts'
import { loadModel } from '../../src/worker/load-model.ts'
import { batchSizes } from './encoder-speed.ts'
import type { EncoderSpeed } from './encoder-speed.ts'

// The other half of encoder-speed.ts: `encoder-speed-process.ts MODEL_DIR THREADS`.

const [modelDir = '', threads = '1'] = process.argv.slice(2)
const leastMs = 1500
const idleMs = 200
const texts = Array.from({ length: 16 }, (_, i) => `a photo of ${i} black and white cats, two dogs and a red bicycle`)

process.send?.(await measure())
process.disconnect()

async function measure(): Promise<EncoderSpeed> {
  const bare = residentMb()
  const startedAtMs = performance.now()
  const model = await loadModel(modelDir, cpuProvider(Number(threads)), idleMs)
  const { width, height } = model.manifest.image
  const photo = Float32Array.from({ length: 3 * width * height }, (_, i) => Math.sin(i))
  await model.images.encode([photo])
  const loadMs = performance.now() - startedAtMs

  const imagesPerSecond: { batch: number; value: number }[] = []
  for (const batch of batchSizes) {
    const photos = Array.from({ length: batch }, () => photo)
    imagesPerSecond.push({ batch, value: await perSecond(batch, () => model.images.encode(photos)) })
  }
  const images = residentMb()
  const textsPerSecond = await model.withTexts((encoder) =>
    perSecond(texts.length, () => encoder.encode(texts.map((text) => encoder.tokenize(text)))),
  )
  const both = residentMb()
  await wait(idleMs * 3)
  return { loadMs, imagesPerSecond, textsPerSecond, memoryMb: { bare, images, both, textsClosed: residentMb() } }
}

/** The best of runs over some seconds: what else the machine does only ever slows one down. */
async function perSecond(count: number, run: () => Promise<unknown>): Promise<number> {
  await run()
  let best = 0
  const beganAtMs = performance.now()
  while (performance.now() - beganAtMs < leastMs) {
    const startedAtMs = performance.now()
    await run()
    best = Math.max(best, (count * 1000) / (performance.now() - startedAtMs))
  }
  return best
}

function residentMb(): number {
  return process.memoryUsage.rss() / 1_000_000
}
