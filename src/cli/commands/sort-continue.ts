import type { CommandContext } from '../command-context.ts'
import { print, withLibrary } from '../command-context.ts'
import type { ExitCode } from '../exit-codes.ts'
import { followRun } from '../sorting/follow-run.ts'
import { exitCodeOf, problemShapes, reportOf, sortedLines } from '../sorting/report-run.ts'
import { runShape } from '../sorting/run-shape.ts'

/** `winnow sort continue <run>`: goes on with a sort that was stopped or interrupted. */
export async function continueSort(context: CommandContext, runId: number): Promise<ExitCode> {
  return await withLibrary(context, 'write', async (opened) => {
    await opened.client['sorting.continue']({ runId })
    const followed = await followRun(context, opened)
    const report = await reportOf(opened.client, runId, 'failed')
    await print(
      context,
      { run: runShape(report.run), problems: problemShapes(report.problems) },
      sortedLines(report, followed),
    )
    return exitCodeOf(report, followed, context)
  })
}
