import type { KnownFile, ListedFile } from '../../core/scan/diff-listing.ts'
import { diffListing } from '../../core/scan/diff-listing.ts'
import { localWallClockMs } from '../../core/scan/local-wall-clock.ts'
import { nameOf } from '../../core/scan/relative-path.ts'
import type { Store } from '../store/store.ts'

/** One directory while it is being listed. */
export interface DirectoryMemory {
  readonly folderId: number
  readonly directory: string
  /** By name. */
  readonly known: ReadonlyMap<string, KnownFile & { readonly photoId: number | null }>
  /** Names that the listing has shown. A listing may repeat a name while the directory changes. */
  readonly seen: Set<string>
}

export interface Applied {
  /** Photos that are new on screen or back. */
  readonly photoIds: readonly number[]
  /** Files that have to be read. */
  readonly toRead: number
}

export function rememberDirectory(store: Store, folderId: number, directory: string): DirectoryMemory {
  const known = new Map(
    store.file.inDirectory(folderId, directory).map((file) => {
      const { fileId, photoId, sizeBytes, mtimeMs, state } = file
      return [nameOf(file.relativePath), { fileId, photoId, sizeBytes, mtimeMs, state, verified: file.verified === 1 }]
    }),
  )
  return { folderId, directory, known, seen: new Set() }
}

/** Brings the database up to date with a part of a directory's listing, in one transaction. */
export function applyListing(store: Store, memory: DirectoryMemory, files: readonly ListedFile[]): Applied {
  const { folderId, directory, known, seen } = memory
  const fresh = files.filter(({ name }) => !seen.has(name))
  for (const { name } of fresh) seen.add(name)
  const diff = diffListing(known, fresh)
  const photoIds: number[] = []
  let toRead = 0

  const photoFor = (listed: ListedFile, photoId: number | null): number => {
    const takenAtMs = wallClockOf(listed.mtimeMs)
    if (photoId === null) return store.photo.insertFound(takenAtMs)
    store.photo.setFileTime(photoId, takenAtMs)
    return photoId
  }

  if (diff.added.length + diff.changed.length + diff.setAside.length + diff.returned.length === 0)
    return { photoIds, toRead }
  store.quickTransaction(() => {
    for (const listed of diff.added) {
      const { name, sizeBytes, mtimeMs, inTheCloud } = listed
      const isRead = listed.kind === 'photo' && !inTheCloud
      const photoId = isRead ? photoFor(listed, null) : null
      const state = isRead ? 'found' : 'unsupported'
      const failureCode = setAsideReason(listed)
      store.file.insert({ folderId, relativePath: directory + name, sizeBytes, mtimeMs, photoId, state, failureCode })
      if (photoId === null) continue
      photoIds.push(photoId)
      toRead++
    }
    for (const { fileId, listed } of diff.changed) {
      const photoId = photoFor(listed, known.get(listed.name)?.photoId ?? null)
      store.file.setChanged(fileId, listed.sizeBytes, listed.mtimeMs, photoId)
      photoIds.push(photoId)
      toRead++
    }
    for (const { fileId, listed } of diff.setAside) {
      store.file.setUnsupported(fileId, listed.sizeBytes, listed.mtimeMs, setAsideReason(listed))
      const photoId = known.get(listed.name)?.photoId
      if (typeof photoId === 'number') photoIds.push(photoId)
    }
    for (const fileId of diff.returned) {
      store.file.setReturned(fileId)
      const photoId = store.file.get(fileId)?.photoId
      if (typeof photoId === 'number') photoIds.push(photoId)
    }
  })
  return { photoIds, toRead }
}

function setAsideReason(listed: ListedFile): string | null {
  return listed.kind === 'photo' && listed.inTheCloud ? 'in-the-cloud' : null
}

function wallClockOf(mtimeMs: number): number {
  return localWallClockMs(mtimeMs, new Date(mtimeMs).getTimezoneOffset())
}
