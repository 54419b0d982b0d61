import type { SortProgress } from '../../contract/sorting.ts'
import type { CommandContext } from '../command-context.ts'
import type { TerminalLibrary } from '../open-terminal-library.ts'
import { sortProgressLine } from './sort-progress-line.ts'

/** How following ended; `stuck` with the sentence why the run could not go on. */
export type Followed = { readonly how: 'ended' | 'interrupted' } | { readonly how: 'stuck'; readonly notice: string }

/** The library tells of progress four times a second; a run is looked at this often even when nothing is heard. */
const longestSilenceMs = 1000

/**
 * Shows how what is under way goes, until it has ended. Ctrl+C cancels it, and so does what it waits for (a full disk), for
 * nobody can see to that before the command has ended: what is done stays done, the rest stays where it is.
 */
export async function followRun({ terminal, signal }: CommandContext, opened: TerminalLibrary): Promise<Followed> {
  const { client } = opened
  let followed: Followed = { how: 'ended' }
  let hadToCancel = false
  const cancel = async (why: Followed): Promise<void> => {
    if (hadToCancel) return
    hadToCancel = true
    followed = why
    await client['sorting.cancel']({})
  }
  try {
    while (true) {
      const progress = await client['sorting.progress']({})
      if (progress.state === 'idle') return followed
      show(terminal, progress)
      if (signal.aborted) await cancel({ how: 'interrupted' })
      else if (progress.state === 'waiting') await cancel({ how: 'stuck', notice: progress.notice ?? '' })
      else await news(opened, signal)
      if (hadToCancel) await news(opened)
    }
  } finally {
    if (terminal.columns !== undefined) terminal.err('\r\u001B[K')
  }
}

function show({ columns, err }: CommandContext['terminal'], progress: SortProgress): void {
  if (columns !== undefined) err(`\r\u001B[K${sortProgressLine(progress, columns)}`)
}

/** Resolves with the next word about sorting, when the signal aborts, or after a while. */
async function news({ onEvent }: TerminalLibrary, signal?: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const stopListening = onEvent(({ name }) => {
    if (name === 'sorting.changed' || name === 'sorting.runsChanged') resolve()
  })
  const timer = setTimeout(resolve, longestSilenceMs)
  const onAbort = (): void => resolve()
  signal?.addEventListener('abort', onAbort)
  try {
    await promise
  } finally {
    clearTimeout(timer)
    stopListening()
    signal?.removeEventListener('abort', onAbort)
  }
}
