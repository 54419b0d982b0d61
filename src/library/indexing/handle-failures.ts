import { basename } from 'node:path'
import type { TransientFailure } from '../../contract/worker.ts'
import { directoryOf } from '../../core/scan/relative-path.ts'
import type { LibraryContext } from '../context.ts'
import type { UnreadFile } from '../store/work.ts'
import type { WorkQueue } from './work-queue.ts'

/** Dying twice over one file is no accident. */
const mostCrashes = 2
/** So often a file that can't be opened is tried before it is listed as a problem. */
const mostAttempts = 4
const firstDelayMs = 2000
const longestDelayMs = 60_000

export interface FailureHandler {
  /**
   * What to do about a failure that belongs to the moment.
   * @returns a sentence when it concerns all files, so that reading should wait
   */
  handle(file: UnreadFile, failure: TransientFailure, wasBegun: boolean): string | null
  /** The file's bytes are in the cloud by now: the scan sets it aside. */
  leaveInCloud(file: UnreadFile): void
  /** The file was read: its earlier failures are forgotten. */
  succeeded(fileId: number): void
}

/**
 * Failures of the moment: the file is tried again, later and later, or its directory looked at again. None of this is kept
 * in the database but how often the worker has died over a file, which must be known after a crash of everything.
 */
export function createFailureHandler(
  context: LibraryContext,
  queue: WorkQueue,
  rescan: (folderId: number, directory: string) => void,
): FailureHandler {
  const { store, surroundings, events } = context
  const attempts = new Map<number, number>()

  const fail = (file: UnreadFile, code: string, message: string): void => {
    store.file.setFailed(file.fileId, code, message, surroundings.clock.nowMs())
    attempts.delete(file.fileId)
    events.announce('problems.changed', {})
    events.photosChanged([file.photoId])
  }

  const deferLonger = (file: UnreadFile): number => {
    const attempt = (attempts.get(file.fileId) ?? 0) + 1
    attempts.set(file.fileId, attempt)
    const delayMs = Math.min(longestDelayMs, firstDelayMs * 2 ** (attempt - 1))
    queue.defer(file.fileId, performance.now() + delayMs)
    return attempt
  }

  return {
    handle(file, failure, wasBegun) {
      switch (failure.code) {
        case 'worker-restarting': {
          if (!wasBegun) return null
          const name = basename(file.relativePath)
          if (store.file.addCrash(file.fileId) < mostCrashes) queue.addSuspect(file.fileId)
          else {
            const message = `“${name}” makes the decoder stop, so Winnow leaves it alone. Save it anew in another program, then try again.`
            fail(file, 'crashes-the-decoder', message)
          }
          return null
        }
        case 'vanished':
        case 'changed-while-reading':
          // The scan finds out whether it moved, its drive went away, or somebody is writing it.
          rescan(file.folderId, directoryOf(file.relativePath))
          deferLonger(file)
          return null
        case 'unreadable':
          if (deferLonger(file) >= mostAttempts) fail(file, failure.code, failure.message)
          else rescan(file.folderId, directoryOf(file.relativePath))
          return null
        case 'disk-full':
        case 'cache-unwritable':
          return failure.message
      }
    },
    leaveInCloud(file) {
      rescan(file.folderId, directoryOf(file.relativePath))
      deferLonger(file)
    },
    succeeded: (fileId) => void attempts.delete(fileId),
  }
}
