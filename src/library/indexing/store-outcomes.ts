import type { FileToRead, ModelInfo } from '../../contract/worker.ts'
import type { LibraryContext, ReadOutcome, Tagger } from '../context.ts'
import { thumbnailVersion } from '../media/cache-files.ts'
import type { FileRow } from '../store/file.ts'
import type { Store } from '../store/store.ts'

export type GoodOutcome = Extract<ReadOutcome, { ok: true }>

export interface StoredBatch {
  /** Photos whose facts, thumbnail or tags are new, and those that are no more. */
  readonly photoIds: readonly number[]
  readonly readCount: number
  readonly failedCount: number
}

/** What was read, with what was asked for. */
export interface Read<O extends ReadOutcome = ReadOutcome> {
  readonly file: FileToRead
  readonly outcome: O
}

/**
 * Stores what the worker has read, all of it in one transaction: photos, embeddings and, through the tagger, tags.
 * Results are left out when the file has changed, gone or been read since, or when they are of another model than
 * `model`, or that one does not serve any more: the file is still in the queue then, or need not be.
 */
export function storeOutcomes(
  context: LibraryContext,
  tagger: Tagger,
  model: ModelInfo,
  reads: readonly Read[],
): StoredBatch {
  const { store, surroundings } = context
  const photoIds = new Set<number>()
  let readCount = 0
  let failedCount = 0
  store.quickTransaction(() => {
    const modelId = store.model.ensure(model)
    const embedded: { photoId: number; embedding: Float32Array }[] = []
    for (const { file, outcome } of reads) {
      const row = store.file.get(file.fileId)
      if (row === undefined || !isAwaited(row, file)) continue
      if (!outcome.ok) {
        if (outcome.failure.kind !== 'file') continue
        const { code, message } = outcome.failure
        store.file.setFailed(row.fileId, code, message, surroundings.clock.nowMs())
        photoIds.add(row.photoId)
        failedCount++
        continue
      }
      if (outcome.model.id !== model.id || outcome.model.version !== model.version) continue
      if (!tagger.isServing(model)) continue
      const photoId = settlePhoto(store, tagger, row, outcome)
      photoIds.add(photoId).add(row.photoId)
      readCount++
      if (store.embedding.has(modelId, photoId)) continue
      store.embedding.set(modelId, photoId, outcome.embedding)
      embedded.push({ photoId, embedding: outcome.embedding })
    }
    if (embedded.length > 0) tagger.add(embedded)
  })
  return { photoIds: [...photoIds], readCount, failedCount }
}

type AwaitedFile = FileRow & { readonly photoId: number }

function isAwaited(row: FileRow, file: FileToRead): row is AwaitedFile {
  const isUnread = row.state === 'found' || row.state === 'looked'
  return isUnread && row.photoId !== null && row.sizeBytes === file.sizeBytes && row.mtimeMs === file.mtimeMs
}

/** Finds or makes the photo that the hash names, and says that this file holds it. */
function settlePhoto(store: Store, tagger: Tagger, row: AwaitedFile, outcome: GoodOutcome): number {
  const { contentHash, averageColour, facts } = outcome.photo
  const photoId = photoOfContent(store, tagger, row, contentHash)
  store.photo.setFacts(photoId, facts)
  store.photo.setContent(photoId, { contentHash, averageColour, thumbnailVersion })
  store.file.setReady(row.fileId, photoId)
  return photoId
}

function photoOfContent(store: Store, tagger: Tagger, row: AwaitedFile, contentHash: string): number {
  const before = store.photo.contentHash(row.photoId)
  if (before === contentHash) return row.photoId
  const known = store.photo.idByHash(contentHash)
  if (before === null) {
    if (known === undefined) return row.photoId
    // A copy or a moved file: the placeholder goes, what was known stays.
    store.file.repoint(row.photoId, known)
    tagger.mergePhoto(row.photoId, known)
    store.photo.delete(row.photoId)
    store.file.deleteMissingOf(known)
    return known
  }
  // Edited in place: the answers come along, also when an edit was taken back and the earlier photo is there again.
  // Where the new content is a photo with files of its own, another file was put in this one's place.
  if (known !== undefined && store.photo.hasFiles(known)) return known
  const edited = known ?? store.photo.insertLike(row.photoId)
  tagger.carryDecisions(row.photoId, edited)
  return edited
}
