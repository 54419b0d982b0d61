import type { SortProgress } from '../../../contract/sorting.ts'
import { createRateWindow } from '../../../core/progress/rate-window.ts'
import type { EntryTotals, SortEntryRow } from '../../store/sort-entry.ts'
import type { Direction } from './transfer.ts'

const rateWindowMs = 10_000

/** How far a run is, counted as it goes on. */
export interface RunProgress {
  add(entries: readonly SortEntryRow[]): void
  addProblems(count: number): void
  /** What comes after a pause has its own speed. */
  rest(): void
  now(): Pick<
    SortProgress,
    'done' | 'total' | 'doneBytes' | 'totalBytes' | 'filesPerSecond' | 'secondsLeft' | 'problemCount' | 'direction'
  >
}

/** @param isCopying whether bytes rather than names take the time */
export function createRunProgress(
  direction: Direction,
  isCopying: boolean,
  done: EntryTotals,
  total: EntryTotals,
): RunProgress {
  const files = createRateWindow(rateWindowMs)
  const bytes = createRateWindow(rateWindowMs)
  let doneFiles = done.files
  let doneBytes = done.sizeBytes
  let problemCount = 0

  return {
    add(entries) {
      const nowMs = performance.now()
      const sizeBytes = entries.reduce((sum, entry) => sum + entry.sizeBytes, 0)
      doneFiles = Math.min(total.files, doneFiles + entries.length)
      doneBytes = Math.min(total.sizeBytes, doneBytes + sizeBytes)
      files.add(entries.length, nowMs)
      bytes.add(sizeBytes, nowMs)
    },
    addProblems(count) {
      problemCount += count
    },
    rest() {
      files.reset()
      bytes.reset()
    },
    now() {
      const nowMs = performance.now()
      return {
        direction,
        done: doneFiles,
        total: total.files,
        doneBytes,
        totalBytes: total.sizeBytes,
        filesPerSecond: files.perSecond(nowMs),
        secondsLeft: isCopying
          ? bytes.secondsLeft(total.sizeBytes - doneBytes, nowMs)
          : files.secondsLeft(total.files - doneFiles, nowMs),
        problemCount,
      }
    },
  }
}
