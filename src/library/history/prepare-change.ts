import type { Verdict } from '../../contract/primitives.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { prepareCategoryUpdate } from '../categories/prepare-category-update.ts'
import { prepareRestore, removeFromStore } from '../categories/remove-and-restore.ts'
import { storeVerdicts } from '../decisions/store-verdicts.ts'
import type { Change, DecisionsChange } from './change.ts'
import type { FolderUndo } from './folder-undo.ts'

export type Direction = 'undo' | 'redo'

/**
 * Gathers what taking a change back, or making it again, needs (the words of a category may have to go through the text
 * encoder); what it returns is done in the caller's transaction.
 * @throws WinnowError as `TextDirections.get` does
 */
export async function prepareChange(
  catalogue: Catalogue,
  folders: FolderUndo,
  change: Change,
  direction: Direction,
): Promise<() => void> {
  const undoing = direction === 'undo'
  switch (change.kind) {
    case 'decisions':
      return () => answerAgain(catalogue, change, direction)
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
    case 'folders-added':
    case 'folder-removed': {
      const folderIds = change.kind === 'folders-added' ? change.folderIds : [change.folderId]
      return (change.kind === 'folder-removed') === undoing
        ? () => folders.restore(folderIds)
        : () => folders.forget(folderIds)
    }
  }
}

function answerAgain(catalogue: Catalogue, change: DecisionsChange, source: Direction): void {
  const { categoryId, before, verdict } = change
  const answers: readonly (readonly [Verdict, readonly number[]])[] =
    source === 'redo'
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
