import type { ApiClient } from '../../contract/api.ts'
import { WinnowError } from '../../contract/error.ts'
import type { SavedRules } from '../../contract/sorting.ts'
import type { SortRules } from '../../core/sorting/sort-rules.ts'
import { findRules } from './find-rules.ts'
import { inlineRules } from './inline-rules.ts'

export interface RulesOptions {
  /** The name of saved rules, or a rules file. */
  readonly rules: string | undefined
  /** Rules of the command line, when there are no others. */
  readonly inline: readonly string[]
  /** Whether tags that Winnow is not sure of count; the rules may say so themselves. */
  readonly unsure: boolean
}

export interface ChosenRules {
  readonly rules: SortRules
  readonly rulesName: string | null
  /** Undefined for rules that are not saved. */
  readonly saved: SavedRules | undefined
}

/** The rules that the command line names or spells out. @throws WinnowError `not-found`, `invalid-input` */
export async function rulesFor(client: ApiClient, { rules, inline, unsure }: RulesOptions): Promise<ChosenRules> {
  if (rules === undefined) {
    return { rules: await inlineRules(client, inline, unsure), rulesName: null, saved: undefined }
  }
  const saved = await findRules(client, rules)
  if (saved !== undefined) {
    return { rules: withUnsure(saved.rules, unsure), rulesName: saved.name, saved }
  }
  throw new WinnowError(
    'not-found',
    `There are no rules “${rules}”, and no such file. winnow sort rules lists those that are saved.`,
  )
}

function withUnsure(rules: SortRules, unsure: boolean): SortRules {
  return unsure ? { ...rules, includeUnsure: true } : rules
}
