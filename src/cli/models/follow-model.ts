import type { ModelState } from '../../contract/models.ts'
import type { CommandContext } from '../command-context.ts'
import type { TerminalLibrary } from '../open-terminal-library.ts'
import { modelNow } from './find-model.ts'
import { stateLine } from './state-line.ts'

/** The library tells of changes; a model is looked at this often even when nothing is heard. */
const longestSilenceMs = 1000

/**
 * Shows how a model comes along, until it is in none of these states any more.
 * @returns the state that it is in then; null when Ctrl+C was pressed
 */
export async function followModel(
  { terminal, signal }: CommandContext,
  opened: TerminalLibrary,
  modelKey: string,
  kinds: readonly ModelState['kind'][],
): Promise<ModelState | null> {
  const { columns } = terminal
  try {
    while (!signal.aborted) {
      const { state } = await modelNow(opened.client, modelKey)
      if (!kinds.includes(state.kind)) return state
      if (columns !== undefined) terminal.err(`\r\u001B[K${stateLine(state, columns)}`)
      await news(opened, signal)
    }
    return null
  } finally {
    if (columns !== undefined) terminal.err('\r\u001B[K')
  }
}

/** Resolves with the next word about models, when the signal aborts, or after a while. */
async function news({ onEvent }: TerminalLibrary, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const stopListening = onEvent(({ name }) => {
    if (name === 'models.changed') resolve()
  })
  const timer = setTimeout(resolve, longestSilenceMs)
  const onAbort = (): void => resolve()
  signal.addEventListener('abort', onAbort)
  try {
    await promise
  } finally {
    clearTimeout(timer)
    stopListening()
    signal.removeEventListener('abort', onAbort)
  }
}
