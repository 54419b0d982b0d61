import type BetterSqlite3 from 'better-sqlite3'
import type { EventName, Events } from '../contract/events.ts'
import type { FileToRead, ModelInfo, PhotoFacts, PhotoRead, Failure } from '../contract/worker.ts'
import type { Surroundings } from './surroundings.ts'

/** What every feature of the library is given. Made once in open-library.ts. */
export interface LibraryContext {
  readonly surroundings: Surroundings
  readonly database: BetterSqlite3.Database
  readonly events: EventHub
  readonly worker: WorkerClient
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
  | { readonly fileId: number; readonly ok: true; readonly photo: PhotoRead; readonly embedding: Float32Array }
  | { readonly fileId: number; readonly ok: false; readonly failure: Failure }

/** The worker behind restarts and back-off. Rejects with WinnowError('worker-down') only after repeated failure to start. */
export interface WorkerClient {
  /** Loads the model when that has not happened yet. */
  model(signal?: AbortSignal): Promise<ModelInfo>
  look(files: readonly FileToRead[], signal?: AbortSignal): AsyncIterable<{ fileId: number; facts: PhotoFacts | null }>
  read(files: readonly FileToRead[], signal?: AbortSignal): AsyncIterable<ReadOutcome>
  /** One unit vector a text, in order. */
  embedTexts(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]>
  embedPicture(data: Uint8Array, signal?: AbortSignal): Promise<Float32Array>
  close(): Promise<void>
}

/** What indexing tells the categories about. */
export interface Tagger {
  /** Runs inside the transaction that stores the embeddings: appends to the matrix and writes predictions. */
  add(batch: readonly { readonly photoId: number; readonly embedding: Float32Array }[]): void
  /** An edit in place gave the file new content: answers of the old photo are carried to the new one. In a transaction. */
  carryDecisions(fromPhotoId: number, toPhotoId: number): void
  /** Two rows turned out to be the same content: `fromPhotoId` is about to be deleted. In a transaction. */
  mergePhoto(fromPhotoId: number, toPhotoId: number): void
  /** Indexing has nothing left: re-calibrate on the grown library where that is due. */
  settle(signal: AbortSignal): Promise<void>
}
