import type { Store } from '../store/store.ts'
import type { UnreadFile } from '../store/work.ts'
import { createSnapshot } from './snapshot.ts'

/** Which files come next. The database is the queue; this remembers only what must not be taken now. */
export interface WorkQueue {
  /** What is on screen, in its order: it comes first. */
  want(photoIds: readonly number[]): void
  /** Whether something wanted is still unread and free. */
  readonly hasWanted: boolean
  /** Up to `count` files to read; holds them until `release`. */
  take(count: number): readonly UnreadFile[]
  /** A file over which the worker has died before, to be read with nothing else at hand. */
  takeSuspect(): UnreadFile | undefined
  readonly hasSuspects: boolean
  addSuspect(fileId: number): void
  /** Files whose head was not read, wanted ones first, then the newest. They are not held. */
  takeUnlooked(count: number): readonly UnreadFile[]
  release(fileIds: Iterable<number>): void
  /** Leaves a file alone until then (`performance.now()`). */
  defer(fileId: number, untilMs: number): void
  /** When the first deferred file is due (`performance.now()`); null when none is deferred. */
  readonly nextDueMs: number | null
  readonly deferredCount: number
  /** Deferred files are due now. */
  undefer(): void
  /** The scan has found files. */
  invalidate(): void
}

export function createWorkQueue(store: Store): WorkQueue {
  let wanted: readonly number[] = []
  const held = new Set<number>()
  const deferred = new Map<number, number>()
  const suspects = new Set(store.work.suspects())
  const toRead = createSnapshot(store.work.newest, store.work.some)
  const toLook = createSnapshot(store.work.newestUnlooked, store.work.some)

  const isFree = ({ fileId }: UnreadFile): boolean =>
    !held.has(fileId) && !suspects.has(fileId) && !deferred.has(fileId)
  const isUnlooked = (file: UnreadFile): boolean => file.state === 'found' && isFree(file)

  // Those on a drive that is away stay suspects until it is back.
  const suspectsHere = (): readonly UnreadFile[] =>
    suspects.size === 0 ? [] : store.work.some([...suspects]).filter((file) => !held.has(file.fileId))

  const hold = (file: UnreadFile): UnreadFile => {
    held.add(file.fileId)
    return file
  }

  const dropDue = (): void => {
    const nowMs = performance.now()
    for (const [fileId, untilMs] of deferred) {
      if (untilMs > nowMs) continue
      deferred.delete(fileId)
      toRead.mayHaveMore()
    }
  }

  return {
    want(photoIds) {
      wanted = photoIds
    },
    get hasWanted() {
      return wanted.length > 0 && store.work.ofPhotos(wanted).some(isFree)
    },
    take(count) {
      dropDue()
      const first = wanted.length === 0 ? [] : store.work.ofPhotos(wanted).filter(isFree).slice(0, count)
      const taken = first.map(hold)
      return [...taken, ...toRead.take(count - taken.length, isFree).map(hold)]
    },
    takeSuspect() {
      const file = suspectsHere()[0]
      if (file === undefined) return undefined
      suspects.delete(file.fileId)
      return hold(file)
    },
    get hasSuspects() {
      return suspectsHere().length > 0
    },
    addSuspect: (fileId) => void suspects.add(fileId),
    takeUnlooked(count) {
      const first = wanted.length === 0 ? [] : store.work.ofPhotos(wanted).filter(isUnlooked).slice(0, count)
      const chosen = new Set(first.map((file) => file.fileId))
      const isOther = (file: UnreadFile): boolean => isUnlooked(file) && !chosen.has(file.fileId)
      return [...first, ...toLook.take(count - first.length, isOther)]
    },
    release(fileIds) {
      for (const fileId of fileIds) held.delete(fileId)
      toRead.mayHaveMore()
    },
    defer: (fileId, untilMs) => void deferred.set(fileId, untilMs),
    get nextDueMs() {
      return deferred.size === 0 ? null : Math.min(...deferred.values())
    },
    get deferredCount() {
      return deferred.size
    },
    undefer() {
      deferred.clear()
      toRead.mayHaveMore()
    },
    invalidate() {
      toRead.invalidate()
      toLook.invalidate()
    },
  }
}
