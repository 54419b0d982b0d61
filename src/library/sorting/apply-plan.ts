import { basename, join } from 'node:path'
import { WinnowError } from '../../contract/error.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { recordAction } from '../history/record-action.ts'
import type { PlanShelf, ShelvedPlan } from './plan/plan-shelf.ts'
import { withSeparators } from './plan/slashes.ts'
import type { NewSortEntry, SortEngine } from './run/sort-engine.ts'

/**
 * Begins to do what a plan says, as a step of undo.
 * @returns the run's id
 * @throws WinnowError `not-found` for a plan that was replaced, `not-available` for one that can't be applied
 */
export function applyPlan(
  { context, store }: Pick<Catalogue, 'context' | 'store'>,
  { engine, plans }: { readonly engine: SortEngine; readonly plans: PlanShelf },
  planId: string,
): number {
  const shelved = plans.get(planId)
  const { request, checked, plan, summary } = shelved
  if (summary.obstacle !== null) throw new WinnowError('not-available', summary.obstacle)
  const entries = entriesOf(shelved)
  if (entries.length === 0) throw new WinnowError('not-available', 'There is nothing to do: no photo goes anywhere.')
  const { rulesName } = request
  const runId = engine.start({ rulesName, action: plan.action, targetPath: checked.targetPath, entries })
  plans.clear()
  store.transaction(() => {
    const rules = rulesName === null ? null : store.sortRules.byName(rulesName)
    if (rules !== null) {
      store.sortRules.setUsed(rules.rulesId, checked.targetPath, context.surroundings.clock.nowMs())
    }
    recordAction(context, {
      label: `${pastTense[plan.action]} ${countWords(entries.length)} to ${basename(checked.targetPath) || checked.targetPath}`,
      change: { kind: 'files-sorted', runId },
    })
  })
  return runId
}

const pastTense = { move: 'Moved', copy: 'Copied', link: 'Linked' } as const

function countWords(count: number): string {
  return count === 1 ? '1 file' : `${count.toLocaleString('en')} files`
}

function entriesOf({ plan, checked }: ShelvedPlan): readonly NewSortEntry[] {
  return plan.items.flatMap((item, groupNumber) => {
    const { status, toDirectory, members } = item
    if (status !== 'go' || toDirectory === null) return []
    const from = withSeparators(item.fromDirectory)
    const to = join(checked.targetPath, withSeparators(toDirectory))
    return members.map(
      ({ fileId, photoId, fromName, toName, sizeBytes, mtimeMs, contentHash }, index): NewSortEntry => ({
        groupNumber,
        isCompanion: index > 0,
        fileId,
        photoId,
        fromPath: join(from, fromName),
        toPath: join(to, toName),
        sizeBytes,
        mtimeMs,
        contentHash,
      }),
    )
  })
}
