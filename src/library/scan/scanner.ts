import { realpathSync } from 'node:fs'
import type { LibraryContext, Tagger } from '../context.ts'
import type { FolderStatusKeeper } from '../folders/folder-status.ts'
import type { ScanOutcome } from './scan-folder.ts'
import { everything, scanFolder } from './scan-folder.ts'
import type { ScanTarget } from './walk-folder.ts'

export interface Scanner {
  /** Asks for a scan of the whole folder or, with `targets`, of parts of it. `first`: before what others asked for. */
  scan(folderId: number, request?: { readonly targets?: readonly ScanTarget[]; readonly first?: boolean }): void
  /** Stops and forgets what was asked of this folder; resolves when nothing of it is running. */
  forget(folderId: number): Promise<void>
  /**
   * Nothing is scanned from when this resolves until the returned function is called: files are about to be moved. What is
   * running is stopped; it and what is asked for meanwhile is scanned afterwards.
   */
  hold(): Promise<() => void>
  /** Scans again what failed for a reason of the library's own, such as a full disk. */
  retryFailed(): void
  readonly isBusy: boolean
  /** Milliseconds that the last whole scan took; null before it. */
  lastScanMs(folderId: number): number | null
  close(): Promise<void>
}

export interface ScannerOptions {
  readonly context: LibraryContext
  readonly tagger: Tagger
  readonly status: FolderStatusKeeper
  /** There is something new to read. */
  readonly onFound: () => void
  /** The scanner became busy or idle. */
  readonly onBusyChanged: () => void
  /** A scan could not be stored; `retryFailed` scans again. */
  readonly onFailed: (error: unknown) => void
  /** A scan has ended, and how. */
  readonly onScanned: (folderId: number, outcome: ScanOutcome) => void
}

interface Running {
  readonly targets: readonly ScanTarget[]
  readonly abort: AbortController
  readonly done: Promise<void>
}

/** A second one lets a small folder show while a huge one is listed; more would only make a hard disk seek. */
const mostAtOnce = 2

/** Kernel file systems hold no photos and never end. */
const systemFolders = process.platform === 'linux' ? ['/proc', '/sys', '/dev', '/run'] : []

/** Runs the scans that are asked for, at most one a folder and two in all. */
export function createScanner(options: ScannerOptions): Scanner {
  const { context, tagger, status } = options
  const { store, surroundings } = context
  const waiting = new Map<number, Map<string, ScanTarget>>()
  const running = new Map<number, Running>()
  const failed = new Set<number>()
  const lastScanMs = new Map<number, number>()
  let holdCount = 0
  let isClosed = false

  const ownFolders = [surroundings.paths.dataDir, surroundings.paths.cacheDir].map(realPathIfThere)
  const closedFor = (folderId: number): readonly string[] => [
    ...ownFolders,
    ...systemFolders,
    ...store.folder.list().flatMap((folder) => (folder.folderId === folderId ? [] : [folder.path])),
  ]

  const run = async (folderId: number, targets: readonly ScanTarget[], signal: AbortSignal): Promise<void> => {
    const folder = store.folder.get(folderId)
    if (folder === undefined || folder.removedAtMs !== null) return
    const isFull = targets === everything
    if (isFull) status.scanning(folderId)
    const startedAtMs = performance.now()
    const closed = closedFor(folderId)
    const outcome = await scanFolder({ context, tagger, folder, targets, closed, signal, onFound: options.onFound })
    if (signal.aborted) return
    switch (outcome.kind) {
      case 'done':
        if (isFull) {
          lastScanMs.set(folderId, performance.now() - startedAtMs)
          store.folder.setScanned(folderId, surroundings.clock.nowMs())
          status.ready(folderId, outcome.findings)
        }
        if (outcome.needsFullScan) scan(folderId)
        break
      case 'offline':
        status.offline(folderId)
        break
      case 'emptied':
        status.emptied(folderId)
        break
      case 'unreadable':
        status.unreadable(folderId)
        break
      case 'stopped':
    }
    context.events.announce('folders.changed', {})
    options.onScanned(folderId, outcome)
  }

  const start = (folderId: number, targets: readonly ScanTarget[]): void => {
    const abort = new AbortController()
    const done = run(folderId, targets, abort.signal)
      .catch((error: unknown) => {
        if (isClosed || abort.signal.aborted) return
        surroundings.log('error', `Scanning folder ${folderId} failed.`, error)
        failed.add(folderId)
        options.onFailed(error)
      })
      .finally(() => {
        running.delete(folderId)
        pump()
        if (running.size === 0) options.onBusyChanged()
      })
    running.set(folderId, { targets, abort, done })
    if (running.size === 1) options.onBusyChanged()
  }

  const pump = (): void => {
    for (const [folderId, targets] of waiting) {
      if (isClosed || holdCount > 0 || running.size >= mostAtOnce) return
      if (running.has(folderId)) continue
      waiting.delete(folderId)
      const root = targets.get('')
      start(folderId, root?.deep === true ? everything : [...targets.values()])
    }
  }

  const scan: Scanner['scan'] = (folderId, request) => {
    const targets = waiting.get(folderId) ?? new Map<string, ScanTarget>()
    for (const target of request?.targets ?? everything) {
      if (targets.get(target.directory)?.deep !== true) targets.set(target.directory, target)
    }
    if (request?.first === true) {
      const others = [...waiting].filter(([other]) => other !== folderId)
      waiting.clear()
      waiting.set(folderId, targets)
      for (const [other, wishes] of others) waiting.set(other, wishes)
    } else waiting.set(folderId, targets)
    pump()
  }

  return {
    scan,
    async forget(folderId) {
      waiting.delete(folderId)
      failed.delete(folderId)
      running.get(folderId)?.abort.abort()
      await running.get(folderId)?.done
      lastScanMs.delete(folderId)
    },
    async hold() {
      holdCount++
      const stopped = [...running]
      for (const [folderId, one] of stopped) {
        scan(folderId, { targets: one.targets })
        one.abort.abort()
      }
      await Promise.all(stopped.map(([, one]) => one.done))
      let isReleased = false
      return () => {
        if (isReleased) return
        isReleased = true
        holdCount--
        pump()
      }
    },
    retryFailed() {
      const again = [...failed]
      failed.clear()
      for (const folderId of again) scan(folderId)
    },
    get isBusy() {
      return running.size > 0 || waiting.size > 0
    },
    lastScanMs: (folderId) => lastScanMs.get(folderId) ?? null,
    async close() {
      isClosed = true
      waiting.clear()
      for (const { abort } of running.values()) abort.abort()
      await Promise.all([...running.values()].map((one) => one.done))
    },
  }
}

function realPathIfThere(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
