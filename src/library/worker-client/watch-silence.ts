/** What an execution provider other than the processor is doing, as far as the worker has told. */
export type ProviderActivity = 'idle' | 'loading' | 'running'

export interface SilenceWatch {
  /** A message came, or the first of several requests was made. */
  heard(): void
  providerIs(activity: ProviderActivity): void
  readonly isProviderAtWork: boolean
  stop(): void
}

/** A worker that says nothing for so long while files are asked for is stuck: its own limit is 30 s a file. */
const silenceMs = 120_000
/** One batch. Slower ones lose the test that precedes them. */
const runningMs = 60_000
/** CoreML compiles a large model for minutes; then its driver hangs. */
const loadingMs = 300_000
const checkMs = 5000

/** Calls `onStuck` with a sentence when a worker that has something to answer does not. */
export function watchSilence(isAsked: () => boolean, onStuck: (what: string) => void): SilenceWatch {
  let heardAtMs = performance.now()
  let activity: ProviderActivity = 'idle'

  const check = (): void => {
    if (!isAsked()) return
    const silentMs = performance.now() - heardAtMs
    if (activity === 'running' && silentMs > runningMs) onStuck('the graphics driver did not answer for too long')
    else if (activity === 'loading' && silentMs > loadingMs) onStuck('the model was loading for too long')
    else if (activity === 'idle' && silentMs > silenceMs) onStuck('it has been silent for too long')
  }
  const timer = setInterval(check, checkMs)
  timer.unref()

  return {
    heard() {
      heardAtMs = performance.now()
    },
    providerIs(now) {
      activity = now
    },
    get isProviderAtWork() {
      return activity !== 'idle'
    },
    stop: () => clearInterval(timer),
  }
}
