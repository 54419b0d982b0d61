import type { ImageInput } from '../core/model/manifest.ts'
import type { Failure, FileToRate, FileToRead, PhotoFacts } from '../contract/worker.ts'
import type { DecodedPhoto } from './read-photo.ts'

/** From the main thread to the decode thread. Both are of one build, so these messages are typed and not parsed. */
export type DecodeOrder =
  | {
      readonly type: 'read'
      readonly orderId: number
      readonly file: FileToRead
      readonly image: ImageInput
      readonly thumbnailDir: string | null
    }
  | { readonly type: 'render'; readonly orderId: number; readonly file: FileToRead; readonly path: string }
  | { readonly type: 'look'; readonly orderId: number; readonly file: FileToRead }
  | { readonly type: 'rate'; readonly orderId: number; readonly file: FileToRate }
  | { readonly type: 'picture'; readonly orderId: number; readonly data: Uint8Array; readonly image: ImageInput }

/** What came of an order. Tensors change threads without being copied. */
export type DecodeResult =
  | { readonly type: 'read'; readonly photo: DecodedPhoto }
  | { readonly type: 'rendered' }
  | { readonly type: 'looked'; readonly facts: PhotoFacts | null }
  | { readonly type: 'rated'; readonly rating: number | null }
  | { readonly type: 'picture'; readonly tensor: Float32Array<ArrayBuffer> }
  | { readonly type: 'failed'; readonly failure: Failure }

/** Back to the main thread. `stage` is what the watchdog times. */
export type DecodeNews =
  | { readonly type: 'stage'; readonly orderId: number; readonly stage: 'reading' | 'decoding' }
  | { readonly type: 'result'; readonly orderId: number; readonly result: DecodeResult }

/** What a decode thread is started with. */
export interface DecodeThreadData {
  /** Photos read at the same time. */
  readonly photosAtOnce: number
}
