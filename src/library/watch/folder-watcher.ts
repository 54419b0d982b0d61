import type { Event } from '@parcel/watcher'
import { realpathSync } from 'node:fs'
import type { LibraryContext } from '../context.ts'
import type { FolderStatusKeeper } from '../folders/folder-status.ts'
import { identifyFolder } from '../scan/folder-identity.ts'
import { isInside } from '../scan/path-inside.ts'
import type { ScanOutcome } from '../scan/scan-folder.ts'
import type { Scanner } from '../scan/scanner.ts'
import type { FolderRow } from '../store/folder.ts'
import { changedTargets } from './changed-targets.ts'
import { watchFolder } from './watch-folder.ts'

/** Notices changes in the person's folders, and drives that go and come back. */
export interface FolderWatcher {
  start(): void
  /** A scan has ended: a folder that turned out to be away is asked after until it is back. */
  scanned(folderId: number, outcome: ScanOutcome): void
  close(): Promise<void>
}

interface FolderWatcherTimes {
  /** How often a folder's presence is checked. */
  readonly presenceMs: number
  /** How often a folder that can't be watched is scanned. */
  readonly pollMs: number
  /** How often any folder is scanned: watchers miss what another computer does on a network drive. */
  readonly slowPollMs: number
}

/** How a watch is done and how often the rest; tests hand in their own. */
export interface Watching {
  readonly watch: typeof watchFolder
  readonly times: FolderWatcherTimes
}

const usualTimes: FolderWatcherTimes = { presenceMs: 5000, pollMs: 60_000, slowPollMs: 15 * 60_000 }
export const usualWatching: Watching = { watch: watchFolder, times: usualTimes }

/** A poll may take this part of the time between two. */
const pollShare = 20
/** A scan waits so long for the watch, so that nothing falls between the two; big folders take longer to watch. */
const patienceMs = 300

interface Watched {
  readonly folder: FolderRow
  stop: (() => Promise<void>) | undefined
  isWatching: boolean
  isClosed: boolean
  isAway: boolean
  /** The last scan could not see what should be there. */
  isUnwell: boolean
  isChecking: boolean
  /** What stands at the path; another key means that a drive was mounted or taken away. */
  identityKey: string | undefined
  scannedAtMs: number
}

export function createFolderWatcher(
  context: LibraryContext,
  scanner: Scanner,
  status: FolderStatusKeeper,
  { watch, times }: Watching = usualWatching,
): FolderWatcher {
  const { store, surroundings, events } = context
  const watched = new Map<number, Watched>()
  const ended = new Set<Promise<void>>()
  let stopListening: (() => void) | undefined
  let ticking: NodeJS.Timeout | undefined
  let isClosed = false

  const ownFolders = [surroundings.paths.dataDir, surroundings.paths.cacheDir].flatMap(realPathsIfThere)

  const scanChanges = async (one: Watched, changes: readonly Event[]): Promise<void> => {
    const { folderId, path } = one.folder
    try {
      const targets = await changedTargets(path, changes, () => store.file.directories(folderId))
      if (targets.length > 0 && !one.isClosed) scanner.scan(folderId, { targets })
    } catch (error) {
      surroundings.log('error', `Changes in ${path} were not understood.`, error)
    }
  }

  const beginWatch = async (one: Watched): Promise<void> => {
    const { folder } = one
    const { folderId, path: root } = folder
    const fail = (error: unknown): void => {
      surroundings.log('warn', `Watching ${root} failed.`, error)
      void endWatch(one)
      if (!one.isClosed && !one.isAway) status.polling(folderId, pollingNotice(error))
    }
    try {
      const stop = await watch({
        root,
        ignore: ownFolders.filter((own) => isInside(own, root)),
        onChanges: (changes) => void scanChanges(one, changes),
        onFailure(error) {
          fail(error)
          if (!one.isClosed) scanner.scan(folderId)
        },
      })
      if (one.isClosed || one.isAway) return await stop()
      one.stop = stop
      one.isWatching = true
      status.polling(folderId, null)
    } catch (error) {
      fail(error)
    }
  }

  const endWatch = async (one: Watched): Promise<void> => {
    const stop = one.stop
    one.stop = undefined
    one.isWatching = false
    // The drive may be gone with the watch.
    await stop?.().catch((error: unknown) =>
      surroundings.log('warn', `Ending the watch of ${one.folder.path} failed.`, error),
    )
  }

  /** Watches and scans, in this order where the watch is quick, so that no change falls between the two. */
  const begin = async (one: Watched): Promise<void> => {
    let isLate = false
    const beginAndCatchUp = async (): Promise<void> => {
      await beginWatch(one)
      if (isLate && one.isWatching) scanner.scan(one.folder.folderId)
    }
    const watching = beginAndCatchUp()
    const late = Promise.withResolvers<void>()
    const timer = setTimeout(late.resolve, patienceMs)
    await Promise.race([watching, late.promise])
    clearTimeout(timer)
    isLate = !one.isWatching
    if (!one.isClosed) scanner.scan(one.folder.folderId, one.folder.lastScanAtMs === null ? { first: true } : {})
  }

  /** Watches what the library has now; undo and other features add and remove folders too. */
  const reconcile = (): void => {
    if (isClosed) return
    const folders = new Map(store.folder.list().map((folder) => [folder.folderId, folder]))
    for (const [folderId, one] of watched) {
      if (!folders.has(folderId)) end(folderId, one)
    }
    for (const [folderId, folder] of folders) {
      if (watched.has(folderId)) continue
      const one: Watched = {
        folder,
        stop: undefined,
        isWatching: false,
        isClosed: false,
        isAway: false,
        isUnwell: false,
        isChecking: false,
        identityKey: undefined,
        scannedAtMs: performance.now(),
      }
      watched.set(folderId, one)
      void begin(one)
    }
  }

  const end = (folderId: number, one: Watched): void => {
    watched.delete(folderId)
    one.isClosed = true
    status.forget(folderId)
    const ending = Promise.all([scanner.forget(folderId), endWatch(one)]).then(() => void ended.delete(ending))
    ended.add(ending)
  }

  /** Asks whether the folder is there; a network drive may take its time to answer, so never twice at once. */
  const check = async (one: Watched): Promise<void> => {
    if (one.isChecking) return
    one.isChecking = true
    const { folderId, path } = one.folder
    const identity = await identifyFolder(path)
    one.isChecking = false
    if (one.isClosed) return
    if (identity.kind === 'here') {
      const isOther = one.identityKey !== undefined && one.identityKey !== identity.key
      one.identityKey = identity.key
      if (!one.isAway && !isOther) return
      one.isAway = false
      await endWatch(one)
      await begin(one)
    } else if (identity.kind === 'offline' && !one.isAway) {
      one.isAway = true
      await endWatch(one)
      await scanner.forget(folderId)
      status.offline(folderId)
    }
  }

  const tick = (): void => {
    for (const [folderId, one] of watched) {
      void check(one)
      const slowestMs = one.isWatching && !one.isUnwell ? times.slowPollMs : times.pollMs
      const everyMs = Math.max(slowestMs, (scanner.lastScanMs(folderId) ?? 0) * pollShare)
      if (one.isAway || performance.now() - one.scannedAtMs < everyMs) continue
      one.scannedAtMs = performance.now()
      scanner.scan(folderId)
    }
  }

  return {
    start() {
      stopListening = events.onEvent((name) => {
        if (name === 'folders.changed') reconcile()
      })
      ticking = setInterval(tick, times.presenceMs)
      ticking.unref()
      reconcile()
    },
    scanned(folderId, outcome) {
      const one = watched.get(folderId)
      if (one === undefined) return
      one.scannedAtMs = performance.now()
      one.isUnwell = outcome.kind === 'unreadable' || outcome.kind === 'emptied'
      if (outcome.kind === 'done' || outcome.kind === 'emptied') one.identityKey = outcome.identityKey
      if (outcome.kind !== 'offline' || one.isAway) return
      one.isAway = true
      void endWatch(one)
    },
    async close() {
      isClosed = true
      stopListening?.()
      clearInterval(ticking)
      for (const [folderId, one] of watched) end(folderId, one)
      await Promise.all(ended)
    },
  }
}

function pollingNotice(error: unknown): string {
  const often = 'Changes here are noticed after a minute or so instead of at once'
  const text = error instanceof Error ? error.message : ''
  if (/no space left|ENOSPC|too many/i.test(text)) {
    return `${often}: the computer’s limit of watched folders is reached (fs.inotify.max_user_watches).`
  }
  return `${often}: the system can’t watch this folder.`
}

function realPathsIfThere(path: string): readonly string[] {
  try {
    return [realpathSync(path)]
  } catch {
    return []
  }
}
