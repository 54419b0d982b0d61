import { WinnowError } from '../../contract/error.ts'

/** So many ends in a row without one piece of work done in between are no longer the fault of a file. */
const mostFailures = 12
/** So many starts in a row that never came to a sign of life mean that it can't start at all. */
const mostFailedStarts = 4
const firstDelayMs = 200
const longestDelayMs = 30_000

/** When a worker may be started again, and when to stop hoping. */
export interface RestartPolicy {
  /** Work was done: the worker is sound. */
  worked(): void
  /** It said that it is there. */
  started(): void
  ended(nowMs: number, how: string): void
  /** Milliseconds to wait before the next start. @throws WinnowError `worker-down` after repeated failure, until the wait is over. */
  delayMs(nowMs: number): number
}

export function createRestartPolicy(): RestartPolicy {
  let failures = 0
  let failedStarts = 0
  let isStarted = false
  let nextStartAtMs = 0
  let lastHow = ''

  return {
    worked() {
      failures = 0
    },
    started() {
      isStarted = true
      failedStarts = 0
    },
    ended(nowMs, how) {
      failures++
      if (!isStarted) failedStarts++
      isStarted = false
      lastHow = how
      nextStartAtMs = nowMs + Math.min(longestDelayMs, firstDelayMs * 2 ** (failures - 1))
      if (failures >= mostFailures || failedStarts >= mostFailedStarts) nextStartAtMs = nowMs + longestDelayMs
    },
    delayMs(nowMs) {
      const delayMs = Math.max(0, nextStartAtMs - nowMs)
      if (delayMs > 0 && (failures >= mostFailures || failedStarts >= mostFailedStarts)) {
        throw new WinnowError(
          'worker-down',
          `The part of Winnow that reads photos stops again and again. Winnow tries once more every half minute; if it stays so, ` +
            `restart the computer or reinstall Winnow. ${lastHow}`,
        )
      }
      return delayMs
    },
  }
}
