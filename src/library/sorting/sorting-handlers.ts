import type { ApiHandlers } from '../../contract/api.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { applyPlan } from './apply-plan.ts'
import type { Disk } from './disk/disk.ts'
import { emptyFolders, removeEmptyFolders } from './empty-folders.ts'
import { checkTarget } from './plan/check-target.ts'
import { planEntries, planPhotos } from './plan/plan-entries.ts'
import type { PlanShelf } from './plan/plan-shelf.ts'
import type { SortEngine } from './run/sort-engine.ts'
import { exportRun, listRuns, showRun } from './run-views.ts'
import { undoRun } from './undo-run.ts'
import { removeRules, saveRules } from './saved-rules.ts'
import { refuseReader } from '../refuse-reader.ts'

type SortingMethods = Extract<keyof ApiHandlers, `sorting.${string}`>

interface SortingParts {
  readonly engine: SortEngine
  readonly plans: PlanShelf
  readonly disk: Disk
  /** Resolves when what was in hand when Winnow ended is looked after. */
  readonly recovered: () => Promise<void>
}

export function sortingHandlers(catalogue: Catalogue, parts: SortingParts): Pick<ApiHandlers, SortingMethods> {
  const { context, store } = catalogue
  const { engine, plans, disk } = parts

  /** What changes files or the journal is for the one process that may. */
  const writing = async (): Promise<void> => {
    refuseReader(context.access, 'Sort')
    await parts.recovered()
  }
  /** One call after the other, as with everything that is a step of undo. */
  const changing = async <T>(work: () => T): Promise<T> => {
    await writing()
    return await catalogue.changing(work)
  }
  const begin = async (work: () => void): Promise<Record<string, never>> => {
    await changing(work)
    return {}
  }
  /** At once: who wants files to stop moving does not wait for a category that learns. */
  const steer = async (work: () => void): Promise<Record<string, never>> => {
    await writing()
    work()
    return {}
  }

  return {
    'sorting.rules': () => ({ rules: [...store.sortRules.list()] }),
    'sorting.saveRules': (input) => changing(() => ({ rules: saveRules(context, input) })),
    'sorting.removeRules': ({ rulesId }) => begin(() => removeRules(context, rulesId)),
    'sorting.checkTarget': async ({ targetPath: given }) => {
      const { targetPath, exists, inLibrary, freeBytes, obstacle } = await checkTarget(context, disk, given)
      return { targetPath, exists, inLibrary, freeBytes, obstacle }
    },
    'sorting.plan': (request, signal) => plans.make(request, signal),
    'sorting.planItems': ({ planId, ...page }) => planEntries(plans.get(planId).plan, page),
    'sorting.planPhotos': ({ planId, filter }) => ({ photoIds: planPhotos(plans.get(planId).plan, filter) }),
    'sorting.apply': ({ planId }) => changing(() => ({ runId: applyPlan(catalogue, parts, planId) })),
    'sorting.progress': () => engine.progress(),
    'sorting.pause': () => steer(engine.pause),
    'sorting.resume': () => steer(engine.resume),
    'sorting.cancel': () => steer(engine.cancel),
    'sorting.continue': ({ runId }) => begin(() => engine.resumeRun(runId)),
    'sorting.undo': ({ runId, entryIds }) => begin(() => undoRun(context, engine, runId, entryIds ?? null)),
    'sorting.runs': () => ({ runs: listRuns(store, engine.progress()) }),
    'sorting.run': (input) => showRun(store, engine.progress(), input),
    'sorting.exportRun': ({ runId }) => exportRun(store, runId),
    'sorting.emptyFolders': async ({ runId }) => ({ paths: [...(await emptyFolders(context, disk, runId))] }),
    'sorting.removeEmptyFolders': async (input) => {
      await writing()
      return await removeEmptyFolders(context, disk, input)
    },
  }
}
