import { join } from 'node:path'
import { isScannedWithin, placeFolder } from '../../folders/place-folder.ts'
import { relativeInside } from '../../scan/path-inside.ts'
import type { FileRow } from '../../store/file.ts'
import type { FolderRow } from '../../store/folder.ts'
import type { SortEntryRow } from '../../store/sort-entry.ts'
import type { SortRunRow } from '../../store/sort-run.ts'
import type { SortEngineOptions } from './engine-options.ts'
import type { PlacedFile } from './place-file.ts'

interface LibraryPath {
  readonly folderId: number
  readonly relativePath: string
}

/** Keeps the library in step with what happens to files, so that nothing is read again and no photo loses its tags. In a transaction. */
export interface LibraryFollower {
  moved(file: PlacedFile): void
  /** A copy or a second name was made. */
  copied(file: PlacedFile): void
  /** A copy or a second name was taken away. */
  removed(entry: SortEntryRow): void
  /** Photos whose files are elsewhere now. */
  readonly photoIds: ReadonlySet<number>
}

export function createLibraryFollower(options: SortEngineOptions, run: SortRunRow): LibraryFollower {
  const { context, tagger, scanner } = options
  const { store } = context
  const photoIds = new Set<number>()
  let folders = store.folder.listWithRemoved()

  const placeOf = (path: string): LibraryPath | null => placeIn(folders, path)

  const rowAt = (path: string): FileRow | undefined => {
    const place = placeOf(path)
    return place === null ? undefined : store.file.at(place.folderId, place.relativePath)
  }

  /** The row of a file that lay at `path`: by where it lay, since a scan may have written it anew. */
  const rowOf = (entry: SortEntryRow, path: string): FileRow | undefined => {
    const there = rowAt(path)
    if (there !== undefined || entry.fileId === null) return there
    const row = store.file.get(entry.fileId)
    const folder = row === undefined ? undefined : store.folder.get(row.folderId)
    return row !== undefined && folder !== undefined && join(folder.path, row.relativePath) === path ? row : undefined
  }

  /** What Winnow believed to be at a path where another file stands now. */
  const clear = ({ folderId, relativePath }: LibraryPath, photoId: number | null): void => {
    const old = store.file.at(folderId, relativePath)
    if (old === undefined) return
    store.file.delete(old.fileId)
    if (old.photoId === null || old.photoId === photoId) return
    photoIds.add(old.photoId)
    const isPlaceholder = store.photo.contentHash(old.photoId) === null && !store.photo.hasFiles(old.photoId)
    if (!isPlaceholder || photoId === null) return
    tagger.mergePhoto(old.photoId, photoId)
    store.photo.delete(old.photoId)
  }

  const isTargetHere = (): boolean =>
    folders.some((folder) => folder.removedAtMs === null && isScannedWithin(run.targetPath, folder.path))

  const addTarget = (): void => {
    const before = folders.find((folder) => folder.path === run.targetPath)
    const { folderId, tookIn } = placeFolder(context, scanner, run.targetPath)
    folders = store.folder.listWithRemoved()
    // To forget a folder again would not bring back what it took in.
    if (tookIn === 0 && (before === undefined || before.removedAtMs !== null))
      store.sortRun.setAddedFolder(run.runId, folderId)
  }

  return {
    moved({ transfer, facts, source }) {
      const row = rowOf(transfer.entry, transfer.from)
      if (row === undefined) return
      if (row.photoId !== null) photoIds.add(row.photoId)
      if (relativeInside(transfer.to, run.targetPath) !== null && !isTargetHere()) addTarget()
      const place = placeOf(transfer.to)
      if (place === null) return store.file.setMissing(row.fileId, context.surroundings.clock.nowMs())
      if (store.file.at(place.folderId, place.relativePath)?.fileId !== row.fileId) clear(place, row.photoId)
      const isKnown = row.sizeBytes === source.sizeBytes && row.mtimeMs === source.mtimeMs
      // Where it had changed before Winnow knew, it must look changed to the next scan too.
      store.file.relocate(row.fileId, place, row.sizeBytes, isKnown ? facts.mtimeMs : row.mtimeMs)
    },
    copied({ transfer, facts, source }) {
      const row = rowOf(transfer.entry, transfer.from)
      const place = placeOf(transfer.to)
      if (row === undefined || place === null || !isWithinLibrary(folders, place.folderId)) return
      const isKnown = row.sizeBytes === source.sizeBytes && row.mtimeMs === source.mtimeMs
      const isSettled = row.state === 'unsupported' || (row.state === 'ready' && row.verified === 1)
      // What was not read yet is found by a scan, and read.
      if (!isKnown || !isSettled) return
      clear(place, row.photoId)
      store.file.insertTwin(row.fileId, place, facts.mtimeMs)
      if (row.photoId !== null) photoIds.add(row.photoId)
    },
    removed(entry) {
      const row = rowAt(entry.toPath)
      if (row === undefined) return
      store.file.delete(row.fileId)
      if (row.photoId !== null) photoIds.add(row.photoId)
    },
    photoIds,
  }
}

/** Of several folders that hold a path, the innermost; one that a scan does not come to it from comes last, as do removed ones. */
function placeIn(folders: readonly FolderRow[], path: string): LibraryPath | null {
  let best: { readonly rank: number; readonly folder: FolderRow; readonly relativePath: string } | null = null
  for (const folder of folders) {
    const relativePath = relativeInside(path, folder.path)
    if (relativePath === null || relativePath === '') continue
    const isScanned = isScannedWithin(path, folder.path)
    const rank = (folder.removedAtMs === null ? 2e6 : 0) + (isScanned ? 1e6 : 0) + folder.path.length
    if (best === null || rank > best.rank) best = { rank, folder, relativePath }
  }
  return best === null ? null : { folderId: best.folder.folderId, relativePath: best.relativePath }
}

function isWithinLibrary(folders: readonly FolderRow[], folderId: number): boolean {
  return folders.some((folder) => folder.folderId === folderId && folder.removedAtMs === null)
}
