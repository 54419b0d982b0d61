import type { ApiClient } from '../../contract/api.ts'
import { WinnowError } from '../../contract/error.ts'
import type { SortRun } from '../../contract/sorting.ts'
import type { CommandContext } from '../command-context.ts'
import { print, withLibrary } from '../command-context.ts'
import type { ExitCode } from '../exit-codes.ts'
import { exitCodes } from '../exit-codes.ts'
import { followRun } from '../sorting/follow-run.ts'
import { exitCodeOf, problemShapes, reportOf, undoneLines } from '../sorting/report-run.ts'
import { runShape } from '../sorting/run-shape.ts'

/** `winnow sort undo [run]`: takes a sort back, the latest unless one is named. */
export async function undoSort(context: CommandContext, runId: number | undefined): Promise<ExitCode> {
  return await withLibrary(context, 'write', async (opened) => {
    const { client } = opened
    const run = await runToUndo(client, runId)
    if (run === undefined) {
      context.terminal.err('Nothing was sorted yet.\n')
      return exitCodes.nothingFound
    }
    if (run.done === 0) {
      context.terminal.err(`Nothing of sort ${run.runId} is left to undo. winnow sort runs lists all.\n`)
      return exitCodes.nothingFound
    }
    await client['sorting.undo']({ runId: run.runId })
    const followed = await followRun(context, opened)
    const report = await reportOf(client, run.runId, 'kept')
    await print(
      context,
      { run: runShape(report.run), problems: problemShapes(report.problems) },
      undoneLines(report, followed),
    )
    return exitCodeOf(report, followed, context)
  })
}

async function runToUndo(client: ApiClient, runId: number | undefined): Promise<SortRun | undefined> {
  const { runs } = await client['sorting.runs']({})
  if (runId === undefined) return runs[0]
  const run = runs.find((one) => one.runId === runId)
  if (run === undefined) throw new WinnowError('not-found', `There is no sort ${runId}. winnow sort runs lists all.`)
  return run
}
