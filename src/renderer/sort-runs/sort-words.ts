import type { SortProgress, SortRun } from '../../contract/sorting.ts'
import type { SortAction } from '../../core/sorting/sort-rules.ts'
import { speed, timeLeft } from '../progress/describe-progress.ts'

const number = new Intl.NumberFormat('en')

const doneVerbs: Readonly<Record<SortAction, string>> = { move: 'moved', copy: 'copied', link: 'linked' }
const doingVerbs: Readonly<Record<SortAction, string>> = { move: 'Moving', copy: 'Copying', link: 'Linking' }

/** What taking back does: a moved file goes back; a copy or a link is removed, and the file it was made of stays. */
const takenBack: Readonly<Record<SortAction, { readonly one: string; readonly many: string; readonly verb: string }>> =
  {
    move: { one: 'file', many: 'files', verb: 'moved back' },
    copy: { one: 'copy', many: 'copies', verb: 'removed' },
    link: { one: 'link', many: 'links', verb: 'removed' },
  }

/** "1 file", "1,204 files". */
export function fileCount(count: number): string {
  return `${number.format(count)} ${count === 1 ? 'file' : 'files'}`
}

/** What is going on, in a few words: "Moving files", "Moving files back", "Paused". */
export function sortStage({ state, direction }: Pick<SortProgress, 'state' | 'direction'>, action: SortAction): string {
  if (state === 'paused') return 'Paused'
  if (state === 'waiting') return 'Waiting'
  if (direction === 'apply') return `${doingVerbs[action]} files`
  return action === 'move' ? 'Moving files back' : `Removing ${takenBack[action].many}`
}

/** "812 of 1,204 files", "420/s", "3 s left": those that can be said, the one that is given up first in the middle. */
export function sortProgressParts(progress: SortProgress): readonly string[] {
  return [`${number.format(progress.done)} of ${fileCount(progress.total)}`, ...paceParts(progress)]
}

/** The same for a narrow place: "Sorting 812 of 1,204", "420/s", "3 s left". */
export function sortLineParts(progress: SortProgress): readonly string[] {
  const verb = progress.direction === 'apply' ? 'Sorting' : 'Undoing'
  return [`${verb} ${number.format(progress.done)} of ${number.format(progress.total)}`, ...paceParts(progress)]
}

function paceParts(progress: SortProgress): readonly string[] {
  if (progress.state !== 'running') return [progress.state === 'waiting' ? 'waiting' : 'paused']
  return [speed(progress.filesPerSecond), shortTimeLeft(progress.secondsLeft)].filter((part) => part !== null)
}

/** "3 s left"; from about a minute on like any other work. */
function shortTimeLeft(secondsLeft: number | null): string | null {
  if (secondsLeft === null || secondsLeft >= 50) return timeLeft(secondsLeft)
  return `${Math.max(1, Math.round(secondsLeft))} s left`
}

type Outcome = Pick<
  SortRun,
  'action' | 'targetPath' | 'state' | 'total' | 'done' | 'failed' | 'undone' | 'kept' | 'waiting'
>

/** What became of a sort, as a sentence without its full stop: "1,204 files moved to /photos/Sorted". */
export function outcomeWords(run: Outcome): string {
  const { action, targetPath, state, done, undone, total } = run
  if (state === 'running' || state === 'paused') return `${fileCount(total)} on the way to ${targetPath}`
  if (state === 'undoing') return `${number.format(undone)} of ${backWords(action, undone + done)}`
  if (state === 'undone') return undone === 0 ? 'Nothing was changed' : backWords(action, undone)
  // What is kept was sorted, and stays so.
  const sorted = done + run.kept
  if (sorted === 0 && undone > 0) return backWords(action, undone)
  if (sorted === 0) return `No file was ${doneVerbs[action]}`
  const back = undone > 0 ? `, ${number.format(undone)} ${takenBack[action].verb}` : ''
  const all = run.waiting > 0 ? `${number.format(sorted)} of ${fileCount(total)}` : fileCount(sorted)
  return `${all} ${doneVerbs[action]} to ${targetPath}${back}`
}

/** "8 files moved back", "1 copy removed". */
function backWords(action: SortAction, count: number): string {
  const { one, many, verb } = takenBack[action]
  return `${number.format(count)} ${count === 1 ? one : many} ${verb}`
}

/** What did not go as planned, as short parts: "2 left where they were", "3 could not be moved back". */
export function leftoverParts({ action, state, failed, kept, waiting }: Outcome): readonly string[] {
  return [
    failed > 0 ? `${number.format(failed)} left where ${failed === 1 ? 'it was' : 'they were'}` : null,
    kept > 0
      ? `${number.format(kept)} could not be ${takenBack[action].verb} and ${kept === 1 ? 'stays' : 'stay'} where ${kept === 1 ? 'it is' : 'they are'}`
      : null,
    waiting > 0 && (state === 'cancelled' || state === 'interrupted') ? `${number.format(waiting)} not begun` : null,
  ].filter((part) => part !== null)
}

const stateNames: Readonly<Record<SortRun['state'], string | null>> = {
  running: 'Under way',
  paused: 'Paused',
  interrupted: 'Interrupted',
  cancelled: 'Cancelled',
  done: null,
  undoing: 'Being undone',
  undone: 'Undone',
}

/** A run's state in a word or two; null where there is nothing to say but that it is done. */
export function stateName({ state, undone, done }: Pick<SortRun, 'state' | 'undone' | 'done'>): string | null {
  if (state === 'done' && undone > 0 && done > 0) return 'Partly undone'
  return stateNames[state]
}

/** Whether a run has an end that stays until somebody asks for more. */
export function isSettled({ state }: Pick<SortRun, 'state'>): boolean {
  return state !== 'running' && state !== 'paused' && state !== 'undoing'
}

/** Whether there is something that can be taken back. */
export function canUndo(run: Pick<SortRun, 'state' | 'done'>): boolean {
  return isSettled(run) && run.state !== 'undone' && run.done > 0
}

/** Whether it ended in the middle, so that it can go on. */
export function canContinue({ state, waiting }: Pick<SortRun, 'state' | 'waiting'>): boolean {
  // Also taking files back may have been interrupted, when none waits to be sorted.
  return state === 'interrupted' || (state === 'cancelled' && waiting > 0)
}
