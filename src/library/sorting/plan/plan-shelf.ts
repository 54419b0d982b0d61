import { WinnowError } from '../../../contract/error.ts'
import type { PlanSummary, SortRequest } from '../../../contract/sorting.ts'
import { sortRequestSchema } from '../../../contract/sorting.ts'
import { rulesProblem } from '../../../core/sorting/compile-rules.ts'
import type { SortNames } from '../../../core/sorting/sort-facts.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { Disk } from '../disk/disk.ts'
import { checkTarget } from './check-target.ts'
import type { CheckedTarget } from './check-target.ts'
import { gatherFiles } from './gather-files.ts'
import type { GatheredFiles } from './gather-files.ts'
import { createHashShelf } from './hash-shelf.ts'
import type { MadePlan } from './make-plan.ts'
import { makePlan } from './make-plan.ts'
import { missingFromRules } from './needed-tags.ts'
import { pathLimits } from './path-limits.ts'
import { summaryOf } from './plan-summary.ts'
import { withSlashes } from './slashes.ts'
import { sortNames } from './sort-names.ts'

/** A plan that was made, with what it was made for. */
export interface ShelvedPlan extends MadePlan {
  readonly planId: string
  readonly request: ReturnType<typeof sortRequestSchema.parse>
  readonly checked: CheckedTarget
  readonly summary: PlanSummary
}

/** Makes plans and keeps the last few, so that they can be looked at in parts and applied as they are. */
export interface PlanShelf {
  /** @throws WinnowError `invalid-input` for templates that can't be read, `not-found` as `gatherFiles` */
  make(request: SortRequest, signal: AbortSignal): Promise<PlanSummary>
  /** @throws WinnowError `not-found` when it was replaced or applied */
  get(planId: string): ShelvedPlan
  /** It was applied: the facts it stands on are of the past. */
  clear(): void
}

const mostPlans = 4
/** What was gathered is good for that long, for one who changes details of a plan; a new look comes soon enough. */
const factsLastMs = 30_000

interface Gathered {
  readonly key: string
  readonly atMs: number
  readonly names: SortNames
  readonly facts: GatheredFiles
}

export function createPlanShelf(catalogue: Catalogue, disk: Disk): PlanShelf {
  const { context, store } = catalogue
  const hashes = createHashShelf(store, disk)
  const plans = new Map<string, ShelvedPlan>()
  let gathered: Gathered | null = null
  let count = 0

  async function gather(request: ShelvedPlan['request'], isEdited: boolean, signal: AbortSignal): Promise<Gathered> {
    const key = JSON.stringify([request.scope, request.rules])
    const nowMs = context.surroundings.clock.nowMs()
    if (isEdited && gathered?.key === key && nowMs - gathered.atMs < factsLastMs) return gathered
    const names = sortNames(store)
    const facts = await gatherFiles(catalogue, disk, { scope: request.scope, rules: request.rules, names }, signal)
    gathered = { key, atMs: nowMs, names, facts }
    return gathered
  }

  return {
    async make(input, signal) {
      const request = sortRequestSchema.parse(input)
      const { rules, action, edits } = request
      const problem = rulesProblem(rules)
      if (problem !== null) throw new WinnowError('invalid-input', problem)
      const checked = await checkTarget(context, disk, request.targetPath)
      const isEdited = edits.excludedFileIds.length + edits.folders.length > 0
      const { names, facts } = await gather(request, isEdited, signal)
      const targetPath = withSlashes(checked.targetPath)
      const limits = pathLimits(process.platform)
      const made = await makePlan(
        { disk, hashes },
        { files: facts.files, rules, names, edits, action, targetPath, limits },
        checked,
        signal,
      )
      signal.throwIfAborted()
      const planId = `${context.surroundings.clock.nowMs()}-${++count}`
      const notices = [...missingFromRules(rules, names), ...facts.notices]
      const summary = summaryOf({ planId, made, checked, notices })
      plans.set(planId, { ...made, planId, request, checked, summary })
      for (const old of [...plans.keys()].slice(0, -mostPlans)) plans.delete(old)
      return summary
    },
    get(planId) {
      const plan = plans.get(planId)
      if (plan === undefined) throw new WinnowError('not-found', 'This plan is not at hand any more. Plan again.')
      return plan
    },
    clear() {
      plans.clear()
      gathered = null
    },
  }
}
