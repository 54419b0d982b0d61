import { isWithin } from '../../core/scan/relative-path.ts'
import type { LibraryContext, Tagger } from '../context.ts'
import type { FolderRow } from '../store/folder.ts'
import type { DirectoryMemory } from './apply-listing.ts'
import { applyListing, rememberDirectory } from './apply-listing.ts'
import { identifyFolder } from './folder-identity.ts'
import { settleMoves } from './settle-moves.ts'
import type { ScanTarget } from './walk-folder.ts'
import { walkFolder } from './walk-folder.ts'

export interface ScanOptions {
  readonly context: LibraryContext
  readonly tagger: Tagger
  readonly folder: FolderRow
  /** What to look at; `everything` for the whole folder. */
  readonly targets: readonly ScanTarget[]
  readonly closed: readonly string[]
  readonly signal: AbortSignal
  /** Called when there is something new to read, also while the scan goes on. */
  readonly onFound: () => void
}

export interface ScanFindings {
  /** Sub-folders that could not be listed. */
  readonly unreadable: readonly string[]
  readonly badNames: number
}

export type ScanOutcome =
  | {
      readonly kind: 'done'
      readonly findings: ScanFindings
      readonly needsFullScan: boolean
      /** Of what stood at the folder's path: see `identifyFolder`. */
      readonly identityKey: string
    }
  | { readonly kind: 'offline' }
  /** The folder is there, but all it held is gone at once, as when a drive is not mounted. */
  | { readonly kind: 'emptied'; readonly identityKey: string }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'stopped' }

export const everything: readonly ScanTarget[] = [{ directory: '', deep: true }]

/** The directory itself is not there: what is remembered of it is gone. */
const absent = new Set(['ENOENT', 'ENOTDIR'])

/** Files a transaction marks as missing. */
const goneBatch = 500

/**
 * Lists a folder or parts of it and brings the database up to date piece by piece, so that the first photos are read
 * while the scan goes on. Nothing is marked as missing before the end, and only where the place was really seen: not in a
 * sub-folder that could not be listed, not on a drive that went away.
 */
export async function scanFolder(options: ScanOptions): Promise<ScanOutcome> {
  const { context, folder, targets, signal } = options
  const { store } = context
  const { folderId } = folder
  const before = await identifyFolder(folder.path)
  if (before.kind === 'offline') return { kind: 'offline' }
  if (before.kind === 'unreadable') return { kind: 'unreadable' }

  const isFull = targets.some((target) => target.directory === '' && target.deep)
  const linked = isFull ? [] : store.file.directories(folderId)
  let needsFullScan = false
  const followLink = (directory: string): boolean => {
    const follow = isFull || linked.some((known) => isWithin(known, directory))
    needsFullScan ||= !follow
    return follow
  }

  const memories = new Map<string, DirectoryMemory>()
  const listed = new Set<string>()
  const unreadable: string[] = []
  const gone: number[] = []
  let badNames = 0
  let isChanged = false

  const walk = walkFolder({
    root: folder.path,
    targets,
    closed: options.closed,
    followLink,
    platform: process.platform,
    signal,
  })
  for await (const step of walk) {
    const { directory } = step
    const memory = memories.get(directory) ?? rememberDirectory(store, folderId, directory)
    memories.set(directory, memory)
    if (step.kind === 'files') {
      badNames += step.badNames
      const { photoIds, toRead } = applyListing(store, memory, step.files)
      context.events.photosChanged(photoIds)
      if (photoIds.length > 0) isChanged = true
      if (toRead > 0) options.onFound()
      continue
    }
    memories.delete(directory)
    if (step.kind === 'listed') {
      listed.add(directory)
      if (isFull && directory === '' && step.isEmpty && store.folderContents.hasFiles(folderId)) {
        return { kind: 'emptied', identityKey: before.key }
      }
      for (const [name, file] of memory.known) {
        if (file.state !== 'missing' && !memory.seen.has(name)) gone.push(file.fileId)
      }
    } else if (directory === '' && step.code !== 'EIO') {
      return absent.has(step.code) ? { kind: 'offline' } : { kind: 'unreadable' }
    } else if (!absent.has(step.code)) {
      unreadable.push(directory)
    }
  }
  if (signal.aborted) return { kind: 'stopped' }
  const after = await identifyFolder(folder.path)
  if (after.kind !== 'here' || after.key !== before.key) return { kind: 'offline' }

  const inScope = (directory: string): boolean =>
    targets.some((target) => isWithin(directory, target.directory) && (target.deep || !listed.has(target.directory)))
  for (const directory of store.file.directories(folderId)) {
    const wasSeen = listed.has(directory) || unreadable.some((closed) => isWithin(directory, closed))
    if (wasSeen || !inScope(directory)) continue
    for (const { fileId } of store.file.presentIn(folderId, directory)) gone.push(fileId)
  }
  markGone(context, gone)
  if (isChanged || gone.length > 0) {
    context.events.photosChanged(settleMoves(store, options.tagger))
    store.file.deleteMissingTwins()
    store.file.deleteMissingUnread()
  }
  return { kind: 'done', findings: { unreadable: unreadable.sort(), badNames }, needsFullScan, identityKey: after.key }
}

function markGone(context: LibraryContext, fileIds: readonly number[]): void {
  const { store, surroundings } = context
  for (let from = 0; from < fileIds.length; from += goneBatch) {
    const photoIds: number[] = []
    store.quickTransaction(() => {
      for (const fileId of fileIds.slice(from, from + goneBatch)) {
        store.file.setMissing(fileId, surroundings.clock.nowMs())
        const photoId = store.file.get(fileId)?.photoId
        if (typeof photoId === 'number') photoIds.push(photoId)
      }
    })
    context.events.photosChanged(photoIds)
  }
}
