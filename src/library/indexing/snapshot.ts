import type { UnreadFile } from '../store/work.ts'

/**
 * The next files of a long queue, asked for a thousand at a time: each question costs the database a sort of all that is
 * left, and while a scan goes on there are newer files at every moment.
 */
export interface Snapshot {
  /** Up to `count` files that `isFree` lets through, newest first. */
  take(count: number, isFree: (file: UnreadFile) => boolean): readonly UnreadFile[]
  /** There are files that were not there when it was asked, or their order has changed. */
  invalidate(): void
  /** Files that were passed over may be free now. */
  mayHaveMore(): void
}

const size = 1000
const lifeMs = 1000

/** @param readFirst the first files of the queue, at most `limit` @param reread those of these files that are still in the queue, as they are now */
export function createSnapshot(
  readFirst: (limit: number) => readonly UnreadFile[],
  reread: (fileIds: readonly number[]) => readonly UnreadFile[],
): Snapshot {
  let files: readonly UnreadFile[] = []
  let next = 0
  let takenAtMs = -Infinity
  let isOld = true
  let hasMore = true

  const refill = (isFree: (file: UnreadFile) => boolean): void => {
    const isEmpty = next >= files.length
    const nowMs = performance.now()
    if (!(isEmpty && hasMore) && !(isOld && nowMs - takenAtMs > lifeMs)) return
    // Where all of the first thousand are busy, there may be free ones behind them.
    for (let limit = size; ; limit *= 4) {
      const found = readFirst(limit)
      files = found.filter(isFree)
      hasMore = found.length === limit
      if (files.length > 0 || !hasMore) break
    }
    next = 0
    takenAtMs = nowMs
    isOld = false
  }

  return {
    take(count, isFree) {
      const taken: UnreadFile[] = []
      while (taken.length < count) {
        refill(isFree)
        const candidates = files.slice(next, next + count - taken.length)
        if (candidates.length === 0) break
        next += candidates.length
        taken.push(...reread(candidates.map((file) => file.fileId)).filter(isFree))
      }
      return taken
    },
    invalidate() {
      isOld = true
      hasMore = true
    },
    mayHaveMore() {
      hasMore = true
    },
  }
}
