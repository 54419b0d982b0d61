import type { FileNameTable } from '../search/file-name-table.ts'
import type { FileNameRow, FileNameStore } from '../store/file-name.ts'
import type { PhotoChangeListener } from '../store/photo-changes.ts'
import type { PhotoColumnStore } from '../store/photo-columns.ts'
import type { PhotoTable } from '../photos/photo-table.ts'
import { breathe } from './breathe.ts'

/** Keeps the tables in memory in step with the database. */
export interface PhotoFeed extends PhotoChangeListener {
  /** Resolves when the tables hold all that was written before the call. The first call loads everything. */
  upToDate(): Promise<void>
  isUpToDate(): boolean
  /** Drops photos that are not in the database any more, at once. Not inside a transaction, which may bring them back. */
  dropGone(): void
}

/** A slice takes a few milliseconds. */
const blockSize = 2000
/** More changes than this are read block by block: a photo in a range costs a fifth of one by itself. */
const singlesAtMost = 400

export function createPhotoFeed(options: {
  readonly photoColumns: PhotoColumnStore
  readonly fileName: FileNameStore
  readonly photos: PhotoTable
  readonly names: FileNameTable
  /** The photo is not in the database any more. */
  readonly onGone: (photoId: number) => void
}): PhotoFeed {
  const { photoColumns, fileName, photos, names, onGone } = options
  const changed = new Set<number>()
  const deleted = new Set<number>()
  let loaded = false
  let running: Promise<void> | undefined

  function readOne(photoId: number): void {
    changed.delete(photoId)
    const row = photoColumns.get(photoId)
    if (row === null) photos.delete(photoId)
    else photos.set(row)
    names.set(photoId, row === null ? [] : fileName.ofPhoto(photoId))
  }

  /** Photos `block * blockSize + 1` to `(block + 1) * blockSize`; those in `changed` among them may have gone. */
  function readBlock(block: number): void {
    const after = block * blockSize
    const rows = photoColumns.range(after, after + blockSize)
    const files = Map.groupBy(fileName.range(after, after + blockSize), (file: FileNameRow) => file.photoId)
    const present = new Set<number>()
    for (const row of rows) {
      present.add(row.photoId)
      photos.set(row)
      names.set(row.photoId, files.get(row.photoId) ?? [])
    }
    for (let photoId = after + 1; photoId <= after + blockSize; photoId++) {
      if (!changed.delete(photoId) || present.has(photoId)) continue
      photos.delete(photoId)
      names.set(photoId, [])
    }
  }

  function dropGone(): void {
    for (const photoId of deleted) {
      deleted.delete(photoId)
      // The transaction that deleted it may have been rolled back.
      if (photoColumns.exists(photoId)) continue
      changed.add(photoId)
      onGone(photoId)
    }
  }

  const isUpToDate = (): boolean => loaded && changed.size === 0 && deleted.size === 0

  async function update(): Promise<void> {
    if (!loaded) {
      for (let block = 0; block <= blockOf(photoColumns.lastId()); block++) {
        readBlock(block)
        await breathe()
      }
      loaded = true
    }
    dropGone()
    // What is written meanwhile is not waited for: a scan finds photos faster than they are read here, and a list would
    // come only when all is scanned.
    if (changed.size <= singlesAtMost) {
      for (const photoId of changed) readOne(photoId)
      return
    }
    for (const block of new Set(Array.from(changed, blockOf))) {
      readBlock(block)
      await breathe()
    }
  }

  return {
    changed: (photoId) => void changed.add(photoId),
    deleted: (photoId) => void deleted.add(photoId),
    dropGone,
    isUpToDate,
    async upToDate() {
      // One that is under way began before this call, and may have passed what was written since.
      await running
      if (isUpToDate()) return
      running ??= update().finally(() => {
        running = undefined
      })
      await running
    },
  }
}

function blockOf(photoId: number): number {
  return Math.floor((photoId - 1) / blockSize)
}
