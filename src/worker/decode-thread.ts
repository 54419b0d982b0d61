import { parentPort, workerData } from 'node:worker_threads'
import type { DecodeNews, DecodeOrder, DecodeResult, DecodeThreadData } from './decode-messages.ts'
import { createBudget } from './budget.ts'
import { ReadFailure } from './file-failure.ts'
import { ratePhoto } from './rate-photo.ts'
import { lookAtPhoto, readPhoto, readPicture } from './read-photo.ts'
import { renderPhoto } from './render-photo.ts'

/**
 * Entry of the thread that reads and decodes, so that the main thread may block in ONNX Runtime meanwhile. What it costs
 * is done by libvips on libuv's threads; this thread hands out work, hashes and parses.
 */
if (parentPort === null) throw new Error('decode-thread.ts is started by the worker, not by itself')
const port = parentPort
const { photosAtOnce }: DecodeThreadData = workerData

/** Bytes of files held in memory at once: eight large photos, or one file of any size that is allowed. */
const bytesAtOnce = createBudget(128_000_000)
const photos = createBudget(photosAtOnce)
// Heads are small and what is on screen waits for them, so they don't queue behind photos.
const heads = createBudget(4)
const pictures = createBudget(1)

port.on('message', (order: DecodeOrder) => void fulfil(order))

async function fulfil(order: DecodeOrder): Promise<void> {
  const result = await resultOf(order).catch((error: unknown): DecodeResult => {
    // Anything but a known failure is a mistake of ours: the thread ends, and the process with it, and says so.
    if (error instanceof ReadFailure) return { type: 'failed', failure: error.failure }
    throw error
  })
  post({ type: 'result', orderId: order.orderId, result }, tensorsOf(result))
}

async function resultOf(order: DecodeOrder): Promise<DecodeResult> {
  const enter = (stage: 'reading' | 'decoding') => post({ type: 'stage', orderId: order.orderId, stage }, [])
  switch (order.type) {
    case 'look':
      return heads.spend(1, async () => {
        enter('reading')
        return { type: 'looked', facts: await lookAtPhoto(order.file) }
      })
    case 'rate':
      return heads.spend(1, async () => {
        enter('reading')
        return { type: 'rated', rating: await ratePhoto(order.file) }
      })
    case 'picture':
      return pictures.spend(1, async () => {
        enter('decoding')
        return { type: 'picture', tensor: await readPicture(Buffer.from(order.data), order.image) }
      })
    case 'render':
      return pictures.spend(1, () =>
        bytesAtOnce.spend(order.file.sizeBytes, async () => {
          enter('reading')
          await renderPhoto(order.file, order.path, () => enter('decoding'))
          return { type: 'rendered' }
        }),
      )
    case 'read':
      return photos.spend(1, () =>
        bytesAtOnce.spend(order.file.sizeBytes, async () => {
          enter('reading')
          const photo = await readPhoto(order.file, order.image, order.thumbnailDir, () => enter('decoding'))
          return { type: 'read', photo }
        }),
      )
  }
}

function tensorsOf(result: DecodeResult): readonly ArrayBuffer[] {
  if (result.type === 'read') return [result.photo.tensor.buffer]
  return result.type === 'picture' ? [result.tensor.buffer] : []
}

function post(news: DecodeNews, transfer: readonly ArrayBuffer[]): void {
  port.postMessage(news, transfer)
}
