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
  const { folders, counts } = summarisePlan(plan, target)
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
    notices: [...notices],
    obstacle: checked.obstacle ?? obstacleOf(made, checked),
  }
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
