import type { SortRun } from '../../contract/sorting.ts'
import type { CommandContext } from '../command-context.ts'
import { print, withLibrary } from '../command-context.ts'
import type { ExitCode } from '../exit-codes.ts'
import { exitCodes } from '../exit-codes.ts'
import { runShape } from '../sorting/run-shape.ts'
import { count, countOf, textTable } from '../text-table.ts'

/** `winnow sort runs`: what was sorted, latest first. */
export async function listSortRuns(context: CommandContext): Promise<ExitCode> {
  return await withLibrary(context, 'read', async ({ client }) => {
    const { runs } = await client['sorting.runs']({})
    await print(context, { runs: runs.map(runShape) }, textTable(runs.map(row)))
    return runs.length === 0 ? exitCodes.nothingFound : exitCodes.ok
  })
}

function row(run: SortRun): readonly string[] {
  return [
    String(run.runId),
    new Date(run.startedAtMs).toLocaleString('sv').slice(0, 16),
    run.action,
    countOf(run.total, 'file', 'files'),
    [run.state, ...shares(run)].join(', '),
    run.rulesName === null ? run.targetPath : `${run.targetPath} (${run.rulesName})`,
    run.notice ?? '',
  ]
}

function shares({ waiting, failed, undone, kept, total }: SortRun): readonly string[] {
  return [
    waiting > 0 && waiting < total ? `${count(waiting)} not begun` : '',
    failed > 0 ? `${count(failed)} left where they were` : '',
    undone > 0 && undone < total ? `${count(undone)} undone` : '',
    kept > 0 ? `${count(kept)} could not be undone` : '',
  ].filter((share) => share !== '')
}
