import { resolve } from 'node:path'
import type { Progress } from '../../contract/indexing.ts'
import type { CommandContext } from '../command-context.ts'
import { print, withLibrary } from '../command-context.ts'
import type { ExitCode } from '../exit-codes.ts'
import { exitCodes } from '../exit-codes.ts'
import type { TerminalLibrary } from '../open-terminal-library.ts'
import { progressLine } from '../progress-bar.ts'
import { countOf } from '../text-table.ts'

/** `winnow index <folder>…`: adds the folders and reads all that is left to read, also of folders added before. */
export async function indexFolders(context: CommandContext, folders: readonly string[]): Promise<ExitCode> {
  return await withLibrary(context, 'write', async (opened) => {
    const { library, client } = opened
    const paths = folders.map((folder) => resolve(folder))
    const { refused } = paths.length === 0 ? { refused: [] } : await client['folders.add']({ paths })
    for (const { path, reason } of refused) context.terminal.err(`${path}: ${reason}\n`)
    if (refused.length === paths.length && paths.length > 0) return exitCodes.failed

    const stopShowing = showProgress(context, opened)
    await client['indexing.resume']({})
    library.start()
    await library.settled(context.signal)
    stopShowing()
    if (context.signal.aborted) {
      context.terminal.err('Paused. The same command goes on where it stopped.\n')
      return exitCodes.interrupted
    }
    await printSummary(context, opened)
    return refused.length === 0 ? exitCodes.ok : exitCodes.failed
  })
}

function showProgress({ terminal }: CommandContext, { onEvent }: TerminalLibrary): () => void {
  const { columns } = terminal
  if (columns === undefined) return () => {}
  const show = (progress: Progress): void => terminal.err(`\r\u001B[K${progressLine(progress, columns)}`)
  const stop = onEvent((event) => {
    if (event.name === 'progress.changed') show(event.payload)
  })
  return () => {
    stop()
    terminal.err('\r\u001B[K')
  }
}

async function printSummary(context: CommandContext, { client }: TerminalLibrary): Promise<void> {
  const { photoCount, categories, untaggedCount } = await client['categories.list']({})
  const { problemCount } = await client['indexing.progress']({})
  const shown = categories.filter((category) => category.shownCount > 0).length
  await print(context, { photoCount, untaggedCount, categoryCount: shown, problemCount }, [
    `${countOf(photoCount, 'photo', 'photos')}, ${countOf(shown, 'category occurs', 'categories occur')}.`,
    ...(problemCount === 0 ? [] : [`${countOf(problemCount, 'file', 'files')} could not be read: winnow problems`]),
  ])
}
