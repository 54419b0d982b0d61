import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { measureEncodeLimits } from './encode-limits.ts'
import { hasLabelledPhotos, readLabelledPhotos } from './labelled-photos.ts'
import { batchSizes, measureEncoderSpeed } from './model/encoder-speed.ts'
import { measureFirstSearch } from './model/first-search.ts'
import { makeVitB32 } from './model/vit-b32.ts'
import { printTable } from './tags/print-table.ts'

// `npm run bench:model`: what a model costs on the processor, for the starter and for a CLIP ViT-B/32 of the true shape.

const starterDir = join(import.meta.dirname, '../models/starter')
const vit = await makeVitB32()
if ('why' in vit) console.log(`Without ViT-B/32: ${vit.why}.`)
const models = [{ name: 'Starter', modelDir: starterDir }, ...('why' in vit ? [] : [{ name: 'ViT-B/32', ...vit }])]
const threadCounts = [1, 2]
const whole = (value: number): string => value.toFixed(0)

const speeds = []
for (const { name, modelDir } of models) {
  for (const threads of threadCounts) speeds.push({ name, threads, ...(await measureEncoderSpeed(modelDir, threads)) })
}
printTable(
  'Encoders alone, a second (the best of some seconds)',
  ['model', 'threads', ...batchSizes.map((size) => `images, ${size} a run`), 'texts, 16 a run', 'load, ms'],
  speeds.map(({ name, threads, imagesPerSecond, textsPerSecond, loadMs }) => [
    name,
    whole(threads),
    ...imagesPerSecond.map(({ value }) => value.toFixed(1)),
    textsPerSecond.toFixed(1),
    whole(loadMs),
  ]),
)
printTable(
  'Memory of that process, MB',
  ['model', 'threads', 'onnxruntime alone', 'image encoder, up to 16', 'and text encoder', 'text encoder closed'],
  speeds.map(({ name, threads, memoryMb }) => [
    name,
    whole(threads),
    ...[memoryMb.bare, memoryMb.images, memoryMb.both, memoryMb.textsClosed].map(whole),
  ]),
)

const searches = []
for (const { name, modelDir } of models) {
  searches.push([name, await measureFirstSearch(modelDir, availableParallelism())] as const)
}
printTable(
  'A search waits for its words, ms (seven prompts through a worker; starter: cold ≤ 1000, warm ≤ 60)',
  ['model', 'from nothing', 'cold', 'warm'],
  searches.map(([name, { fromNothingMs, coldMs, warmMs }]) => [
    name,
    whole(fromNothingMs),
    whole(coldMs),
    whole(warmMs),
  ]),
)

if (hasLabelledPhotos()) {
  const paths = (await readLabelledPhotos('coco')).map(({ path }) => path)
  const rows = []
  for (const { name, modelDir } of models) rows.push([name, await measureEncodeLimits(paths, modelDir)] as const)
  printTable(
    `The whole way of ${paths.length} real photos, a second (ViT-B/32: share of encoding alone ≥ 0.85)`,
    ['model', 'decode alone', 'encode alone', 'whole way', 'share of encoding alone'],
    rows.map(([name, { decodePerSecond, encodePerSecond, pipelinePerSecond }]) => [
      name,
      ...[decodePerSecond, encodePerSecond, pipelinePerSecond].map((value) => value.toFixed(1)),
      (pipelinePerSecond / encodePerSecond).toFixed(2),
    ]),
  )
} else {
  console.log('\nThe whole way of photos is not measured: there are no real photos beside the repository.')
}
console.log(
  `\n${availableParallelism()} cores; load ${loadavg()[0]?.toFixed(1)} at the end (above the number of cores, others were using ` +
    `the machine).`,
)
