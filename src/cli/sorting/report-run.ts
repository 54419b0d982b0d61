import type { ApiClient } from '../../contract/api.ts'
import type { SortEntry, SortRun } from '../../contract/sorting.ts'
import type { CommandContext } from '../command-context.ts'
import type { ExitCode } from '../exit-codes.ts'
import { exitCodes } from '../exit-codes.ts'
import { count, countOf } from '../text-table.ts'
import { actionWords } from './action-words.ts'
import type { Followed } from './follow-run.ts'

/** A run as it is now, and the files it could not do. */
export interface RunReport {
  readonly run: SortRun
  readonly problems: readonly SortEntry[]
}

const mostProblems = 1000

/** @param state `failed` after sorting, `kept` after undoing */
export async function reportOf(client: ApiClient, runId: number, state: 'failed' | 'kept'): Promise<RunReport> {
  const { run, entries } = await client['sorting.run']({ runId, state, limit: mostProblems })
  return { run, problems: entries }
}

/** What became of sorting, as lines. */
export function sortedLines({ run, problems }: RunReport, followed: Followed): readonly string[] {
  const { runId, action, done, total, waiting, targetPath } = run
  const words = actionWords[action]
  const undo = `winnow sort undo ${runId} ${words.undo}`
  const lines = [
    ...(followed.how === 'stuck' ? [followed.notice] : []),
    waiting === 0
      ? `${words.done} ${countOf(done, 'file', 'files')} to ${targetPath}. ${undo}.`
      : `Stopped: ${count(done)} of ${countOf(total, 'file', 'files')} done. ` +
        `winnow sort continue ${runId} goes on, ${undo}.`,
  ]
  return [...lines, ...problemLines(problems, run.failed, 'left where they are')]
}

/** What became of undoing, as lines. */
export function undoneLines({ run, problems }: RunReport, followed: Followed): readonly string[] {
  const { runId, action, undone, done } = run
  const lines = [
    ...(followed.how === 'stuck' ? [followed.notice] : []),
    actionWords[action].undone(countOf(undone, 'file', 'files')),
    ...(done === 0 ? [] : [`${count(done)} left; winnow sort undo ${runId} goes on.`]),
  ]
  return [...lines, ...problemLines(problems, run.kept, 'not undone')]
}

function problemLines(problems: readonly SortEntry[], number: number, words: string): readonly string[] {
  if (number === 0) return []
  return [
    `${countOf(number, 'file', 'files')} ${words}:`,
    ...problems.map(
      ({ fromPath, toPath, state, reason }) => `  ${state === 'kept' ? toPath : fromPath}: ${reason ?? ''}`,
    ),
    ...(number > problems.length ? [`  and ${count(number - problems.length)} more`] : []),
  ]
}

/** Problems in the shape that docs/cli.md promises. */
export function problemShapes(problems: readonly SortEntry[]) {
  return problems.map(({ fromPath, toPath, reason }) => ({ from: fromPath, to: toPath, reason }))
}

/** A run that left files where they are has failed in part, and a script must not take it for done. */
export function exitCodeOf({ problems }: RunReport, { how }: Followed, { signal }: CommandContext): ExitCode {
  if (how === 'interrupted' || signal.aborted) return exitCodes.interrupted
  return how === 'stuck' || problems.length > 0 ? exitCodes.failed : exitCodes.ok
}
