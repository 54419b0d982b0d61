import { setChoiceState } from '../choices/set-choice-state.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { bringBackMany, mostJudgedAtOnce } from '../categories/bring-back-many.ts'
import { prepareCategoryUpdate } from '../categories/prepare-category-update.ts'
import { prepareRestore, removeFromStore } from '../categories/remove-and-restore.ts'
import { storeVerdicts } from '../decisions/store-verdicts.ts'
import type { Verdict } from '../../contract/primitives.ts'
import { setExamplesRemoved } from '../examples/set-examples-removed.ts'
import type { DecisionSource } from '../store/decision.ts'
import { singlesOf } from './change.ts'
import type { Change, DecisionsChange, SingleChange } from './change.ts'
import type { FolderUndo } from './folder-undo.ts'
import type { SortUndo } from './sort-undo.ts'
import { prepareLearning } from './prepare-learning.ts'

export type Direction = 'undo' | 'redo'

/** How a change is made or taken back. */
export interface Applying {
  readonly direction: Direction
  /** What its answers say about where they come from. */
  readonly source: DecisionSource
  /** Null where changes of folders can't occur. */
  readonly folders: FolderUndo | null
  /** Null where files can't have been sorted. */
  readonly sorting: SortUndo | null
}

/**
 * Gathers what taking a change back, or making it (again), needs (the words of a category may have to go through the text
 * encoder); what it returns is done in the caller's transaction, and has the categories it is about learn from it.
 * @throws WinnowError as `TextDirections.get` does
 */
export async function prepareChange(
  catalogue: Catalogue,
  change: Change,
  applying: Applying,
  signal?: AbortSignal,
): Promise<() => void> {
  const singles = applying.direction === 'undo' ? singlesOf(change).toReversed() : singlesOf(change)
  const many = manyBroughtBack(change, applying.direction)
  const steps: (() => void)[] = many === null ? [] : [() => bringBackMany(catalogue, many)]
  for (const single of singles) {
    if (many !== null && 'categoryId' in single && many.has(single.categoryId)) continue
    steps.push(await prepareSingle(catalogue, single, applying))
  }
  const learn = await prepareLearning(catalogue, change, applying.direction, signal)
  return () => {
    for (const step of steps) step()
    learn()
  }
}

/** Categories that a change brings back, where they are too many to be judged at once: `settle` has to be called after it. */
export function manyBroughtBack(change: Change, direction: Direction): ReadonlySet<number> | null {
  const kind = direction === 'undo' ? 'category-removed' : 'category-created'
  const ids = singlesOf(change).flatMap((single) => (single.kind === kind ? [single.categoryId] : []))
  return ids.length > mostJudgedAtOnce ? new Set(ids) : null
}

async function prepareSingle(catalogue: Catalogue, change: SingleChange, applying: Applying): Promise<() => void> {
  const undoing = applying.direction === 'undo'
  switch (change.kind) {
    case 'decisions':
      return () => answerAgain(catalogue, change, applying)
    case 'category-created': {
      const { categoryId, insteadOf } = change
      const own = undoing ? () => removeFromStore(catalogue, categoryId) : await prepareRestore(catalogue, categoryId)
      const other =
        insteadOf === undefined ? null : await prepareCategoryUpdate(catalogue, insteadOf, { hidden: !undoing })
      return () => {
        own()
        other?.()
      }
    }
    case 'category-removed':
      return undoing
        ? await prepareRestore(catalogue, change.categoryId)
        : () => removeFromStore(catalogue, change.categoryId)
    case 'category-updated':
      return await prepareCategoryUpdate(catalogue, change.categoryId, undoing ? change.before : change.after)
    case 'examples-added':
    case 'examples-removed':
      return () => setExamplesRemoved(catalogue, change.exampleIds, (change.kind === 'examples-added') === undoing)
    case 'choice-changed': {
      const [from, to] = undoing ? [change.after, change.before] : [change.before, change.after]
      return () => setChoiceState(catalogue, change.choiceId, from, to)
    }
    case 'folders-added':
    case 'folder-removed': {
      const folderIds = change.kind === 'folders-added' ? change.folderIds : [change.folderId]
      return (change.kind === 'folder-removed') === undoing
        ? () => applying.folders?.restore(folderIds)
        : () => applying.folders?.forget(folderIds)
    }
    case 'files-sorted':
      return () => (undoing ? applying.sorting?.undo(change.runId) : applying.sorting?.redo(change.runId))
  }
}

function answerAgain(catalogue: Catalogue, change: DecisionsChange, { direction, source }: Applying): void {
  const { categoryId, before, verdict } = change
  const answers: readonly (readonly [Verdict, readonly number[]])[] =
    direction === 'redo'
      ? [[verdict, [...before.yes, ...before.no, ...before.undecided]]]
      : [
          ['yes', before.yes],
          ['no', before.no],
          ['undecided', before.undecided],
        ]
  for (const [verdict, photoIds] of answers) {
    if (photoIds.length > 0) storeVerdicts(catalogue, { categoryId, verdict, photoIds, source })
  }
}
