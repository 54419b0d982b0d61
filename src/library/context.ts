import type BetterSqlite3 from 'better-sqlite3'
import type { EventName, Events } from '../contract/events.ts'
import type { EncoderSettings } from '../contract/providers.ts'
import type { FileToRate, FileToRead, ModelInfo, PhotoFacts, PhotoRead, Failure } from '../contract/worker.ts'
import type { InstalledModel, ModelShelf } from './models/model-shelf.ts'
import type { EncoderChoice } from './providers/encoder-choice.ts'
import type { Hold } from './providers/hold.ts'
import type { Access } from './store/database.ts'
import type { Store } from './store/store.ts'
import type { Surroundings } from './surroundings.ts'

/** What every feature of the library is given. Made once in open-library.ts. */
export interface LibraryContext {
  readonly surroundings: Surroundings
  /** `read`: another process is the writer; whatever would write rejects with `library-in-use`. */
  readonly access: Access
  readonly database: BetterSqlite3.Database
  readonly store: Store
  readonly events: EventHub
  readonly worker: WorkerClient
  /** The models on this computer. */
  readonly shelf: ModelShelf
  /** What keeps work in the background waiting. */
  readonly hold: Hold
  /** Which provider runs the encoders of a model. */
  readonly encoderChoice: EncoderChoice
}

/** Gathers facts and announces each kind at most four times a second; the last fact is never lost. */
export interface EventHub {
  announce<N extends EventName>(name: N, payload: Events[N]): void
  /** Merged into one `photos.changed`; more than 2,000 become null. */
  photosChanged(photoIds: Iterable<number>): void
  onEvent(listener: <N extends EventName>(name: N, payload: Events[N]) => void): () => void
  close(): void
}

export type ReadOutcome =
  | {
      readonly fileId: number
      readonly ok: true
      readonly photo: PhotoRead
      readonly embedding: Float32Array
      /** Whose space the embedding lives in. */
      readonly model: ModelInfo
    }
  | {
      readonly fileId: number
      readonly ok: false
      readonly failure: Failure
      /** The worker died after it had begun this file: it may be to blame. */
      readonly wasBegun: boolean
    }

/** What a worker loads: a model, and how it is to be run. */
export interface EncoderTarget {
  readonly model: Pick<InstalledModel, 'modelKey' | 'modelDir'>
  readonly settings: EncoderSettings
}

/** The worker behind restarts and back-off. Rejects with WinnowError('worker-down') only after repeated failure to start. */
export interface WorkerClient {
  /** What the next request is answered with; its provider is another one after a failure at work. */
  readonly target: EncoderTarget
  /**
   * From the next request on. What is under way is answered by the worker that has it, which ends then; outcomes say of which
   * model they are. Nothing is lost, and nothing is started before something is asked for.
   */
  reload(target: EncoderTarget): void
  /** Loads the model when that has not happened yet. */
  model(signal?: AbortSignal): Promise<ModelInfo>
  /**
   * Facts from the heads of files; null where the head does not tell, or the worker died over it.
   * When the signal aborts, ends after what the worker had begun. The same goes for `read`.
   */
  look(files: readonly FileToRead[], signal?: AbortSignal): AsyncIterable<{ fileId: number; facts: PhotoFacts | null }>
  /**
   * How many stars files have, 0 … 5; null: none, or rejected. However many they are; one answer a file, in any order. What
   * a worker died over is asked once more, and is null when that fails too. When the signal aborts, some are not answered.
   */
  rate(files: readonly FileToRate[], signal?: AbortSignal): AsyncIterable<{ fileId: number; rating: number | null }>
  /** One outcome a file, in any order. Loads the model when that has not happened yet. */
  read(files: readonly FileToRead[], signal?: AbortSignal): AsyncIterable<ReadOutcome>
  /** Writes the whole photo as a WebP to `path`. Rejects with a sentence that names the file. */
  render(file: FileToRead, path: string, signal?: AbortSignal): Promise<void>
  /** One unit vector a text, in order. */
  embedTexts(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]>
  embedPicture(data: Uint8Array, signal?: AbortSignal): Promise<Float32Array>
  close(): Promise<void>
}

/** What indexing tells the categories about. */
export interface Tagger {
  /** Whether this model serves now: what another one says of a photo is not for the categories. */
  isServing(model: Pick<ModelInfo, 'id' | 'version'>): boolean
  /** Runs inside the transaction that stores the embeddings: appends to the matrix and writes predictions. */
  add(batch: readonly { readonly photoId: number; readonly embedding: Float32Array }[]): void
  /** An edit in place gave the file new content: answers of the old photo are carried to the new one. In a transaction. */
  carryDecisions(fromPhotoId: number, toPhotoId: number): void
  /** Two rows turned out to be the same content: `fromPhotoId` is about to be deleted. In a transaction. */
  mergePhoto(fromPhotoId: number, toPhotoId: number): void
  /** Indexing has nothing left: re-calibrate on the grown library where that is due. */
  settle(signal: AbortSignal): Promise<void>
}
