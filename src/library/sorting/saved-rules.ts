import { WinnowError } from '../../contract/error.ts'
import type { SavedRules } from '../../contract/sorting.ts'
import { rulesProblem } from '../../core/sorting/compile-rules.ts'
import type { SortAction, SortRules } from '../../core/sorting/sort-rules.ts'
import type { LibraryContext } from '../context.ts'

export interface RulesToSave {
  readonly rulesId?: number | undefined
  readonly name: string
  readonly rules: SortRules
  readonly action: SortAction
  readonly targetPath: string | null
}

/**
 * Keeps rules by name; those of that name, or id, are replaced.
 * @throws WinnowError `invalid-input` for templates that can't be read, `already-exists` for a name that other rules have
 */
export function saveRules({ store, events }: Pick<LibraryContext, 'store' | 'events'>, input: RulesToSave): SavedRules {
  const problem = rulesProblem(input.rules)
  if (problem !== null) throw new WinnowError('invalid-input', problem)
  const rulesId = store.transaction(() => {
    const named = store.sortRules.byName(input.name)
    if (input.rulesId !== undefined && named !== null && named.rulesId !== input.rulesId) {
      throw new WinnowError('already-exists', `There are rules called ${named.name} already. Choose another name.`)
    }
    const replaced = input.rulesId === undefined ? named : store.sortRules.get(input.rulesId)
    const { name, rules, action, targetPath } = input
    if (replaced === null) return store.sortRules.insert({ name, rules, action, targetPath })
    store.sortRules.update({ rulesId: replaced.rulesId, name, rules, action, targetPath })
    return replaced.rulesId
  })
  events.announce('sorting.runsChanged', {})
  return store.sortRules.get(rulesId)!
}

/** @throws WinnowError `not-found` */
export function removeRules({ store, events }: Pick<LibraryContext, 'store' | 'events'>, rulesId: number): void {
  if (!store.sortRules.remove(rulesId)) throw new WinnowError('not-found', 'These rules are not there any more.')
  events.announce('sorting.runsChanged', {})
}
