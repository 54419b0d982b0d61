import { WinnowError } from '../contract/error.ts'
import type { LoadedModel } from './load-model.ts'

export interface EncodedPhoto {
  readonly vector: Float32Array
  /** This photo's share of its batch. */
  readonly encodeMs: number
}

/** Everything the encoders of one model are asked for, in the order that serves people best. */
export interface EncodeQueue {
  encodePhoto(tensor: Float32Array): Promise<EncodedPhoto>
  /** Before all photos that wait: a person waits for it. */
  encodeUrgently(tensor: Float32Array): Promise<EncodedPhoto>
  /** One vector a text, in order. Rejects with WinnowError `cancelled` when the signal aborts. */
  encodeTexts(texts: readonly string[], signal: AbortSignal): Promise<readonly Float32Array[]>
  /** Opens the text encoder before anyone asks, unless there is other work: that takes half a second, once. */
  prepareTexts(): void
}

interface PhotoTask {
  readonly tensor: Float32Array
  readonly resolve: (encoded: EncodedPhoto) => void
  readonly reject: (error: unknown) => void
}

interface TextTask {
  readonly texts: readonly string[]
  /** Positions in `texts` still to be encoded, those of like length beside each other, so that padding is little. */
  readonly left: number[]
  readonly vectors: Float32Array[]
  readonly signal: AbortSignal
  readonly resolve: (vectors: readonly Float32Array[]) => void
  readonly reject: (error: unknown) => void
}

const textsAtOnce = 16

/**
 * An encoder blocks this thread, so things take turns: one batch of texts, one of photos, and so on. Of several text requests
 * the one with the least left comes first. So a search waits for one batch of photos, however long both queues are.
 * @param photosAtOnce a batch takes whatever is ready up to so many, and never waits to be full. On a processor a large one is
 * no quicker, takes more memory and keeps texts waiting. Measured: docs/decisions/two-threads-in-one-worker.md.
 */
export function createEncodeQueue(model: LoadedModel, photosAtOnce: number): EncodeQueue {
  const urgent: PhotoTask[] = []
  const photos: PhotoTask[] = []
  let texts: TextTask[] = []
  let isRunning = false

  async function run(): Promise<void> {
    if (isRunning) return
    isRunning = true
    while (texts.length + urgent.length + photos.length > 0) {
      await encodeSomeTexts()
      await encodeSomePhotos()
    }
    isRunning = false
  }

  async function encodeSomePhotos(): Promise<void> {
    const tasks = urgent.splice(0, photosAtOnce)
    tasks.push(...photos.splice(0, photosAtOnce - tasks.length))
    if (tasks.length === 0) return
    const startedAtMs = performance.now()
    try {
      const vectors = await model.images.encode(tasks.map((task) => task.tensor))
      const encodeMs = (performance.now() - startedAtMs) / tasks.length
      tasks.forEach((task, i) => task.resolve({ vector: vectors[i]!, encodeMs }))
    } catch (error) {
      for (const task of tasks) task.reject(error)
    }
  }

  async function encodeSomeTexts(): Promise<void> {
    dropAborted()
    const task = texts.reduce<TextTask | undefined>(
      (least, each) => (least === undefined || each.left.length < least.left.length ? each : least),
      undefined,
    )
    if (task === undefined) return
    const positions = task.left.splice(0, textsAtOnce)
    try {
      const vectors = await model.withTexts((encoder) =>
        encoder.encode(positions.map((position) => encoder.tokenize(task.texts[position]!))),
      )
      positions.forEach((position, i) => (task.vectors[position] = vectors[i]!))
    } catch (error) {
      task.left.length = 0
      task.reject(error)
    }
    if (task.left.length > 0) return
    texts = texts.filter((each) => each !== task)
    task.resolve(task.vectors)
  }

  function dropAborted(): void {
    for (const task of texts) {
      if (task.signal.aborted) task.reject(new WinnowError('cancelled', 'The texts are not wanted any more.'))
    }
    texts = texts.filter((task) => !task.signal.aborted)
  }

  const enqueue = (queue: PhotoTask[], tensor: Float32Array): Promise<EncodedPhoto> =>
    new Promise((resolve, reject) => {
      queue.push({ tensor, resolve, reject })
      void run()
    })

  return {
    encodePhoto: (tensor) => enqueue(photos, tensor),
    encodeUrgently: (tensor) => enqueue(urgent, tensor),
    encodeTexts: (wanted, signal) =>
      wanted.length === 0
        ? Promise.resolve([])
        : new Promise((resolve, reject) => {
            const left = wanted.map((_, i) => i).sort((a, b) => wanted[a]!.length - wanted[b]!.length)
            texts.push({ texts: wanted, left, vectors: [], signal, resolve, reject })
            void run()
          }),
    prepareTexts() {
      if (isRunning) return
      // Why it can't be opened is said to whoever asks for a text.
      model.withTexts(async () => undefined).catch(() => undefined)
    },
  }
}
