import { sizeText } from '../../../core/words/size-text.ts'
import type { PlanSummary } from '../../../contract/sorting.ts'
import { summarisePlan } from '../../../core/sorting/summarise-plan.ts'
import type { CheckedTarget } from './check-target.ts'
import type { MadePlan } from './make-plan.ts'

/** A plan in numbers, with what stands in its way. */
export function summaryOf({
  planId,
  made,
  checked,
  notices,
}: {
  readonly planId: string
  readonly made: MadePlan
  readonly checked: CheckedTarget
  readonly notices: readonly string[]
}): PlanSummary {
  const { plan, target, neededBytes } = made
  const { folders, folderCount, counts } = summarisePlan(plan, target)
  return {
    planId,
    action: plan.action,
    targetPath: checked.targetPath,
    targetExists: checked.exists,
    targetInLibrary: checked.inLibrary,
    folders,
    counts,
    neededBytes,
    freeBytes: checked.freeBytes,
    notices: [...notices, ...unlistedNotice(folders.length, folderCount)],
    obstacle: checked.obstacle ?? obstacleOf(made, checked),
  }
}

function unlistedNotice(listed: number, all: number): readonly string[] {
  if (listed === all) return []
  const [some, total] = [listed, all].map((count) => count.toLocaleString('en-US'))
  return [`${total} folders would be filled; the list shows the first ${some}. All of them are part of the plan.`]
}

function obstacleOf({ plan, neededBytes, elsewhere }: MadePlan, { freeBytes }: CheckedTarget): string | null {
  if (freeBytes !== null && neededBytes > freeBytes) {
    return `The disk has ${sizeText(freeBytes)} free, and ${sizeText(neededBytes)} are needed. Free some space, or sort less.`
  }
  if (plan.action === 'link' && elsewhere > 0) {
    const photos = elsewhere === 1 ? '1 photo lies' : `${elsewhere} photos lie`
    return `${photos} on another disk, where the target can’t link to them. Copy instead, or choose a target on the same disk.`
  }
  return null
}
