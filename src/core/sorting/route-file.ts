import type { CompiledRules, Hit } from './compile-rules.ts'
import type { SortFile } from './sort-facts.ts'
import type { Template } from './template.ts'

/** What rules say of a file. */
export interface Route {
  /** `unsure`: only a tag that Winnow is not sure of brings it to a rule, so it stays. */
  readonly wish: 'go' | 'unsure' | 'no-rule'
  /** The rule that gets it, or (`unsure`) would; null: none, or "everything else". */
  readonly ruleIndex: number | null
  readonly alsoWantedBy: readonly number[]
  /** Where it goes. */
  readonly template: Template | null
  /** What `{category}` stands for. */
  readonly categoryId: number | null
}

const stays: Route = { wish: 'no-rule', ruleIndex: null, alsoWantedBy: [], template: null, categoryId: null }

/**
 * The first rule whose conditions all hold gets a file. One that nothing wants for sure, but a rule would by an unsure tag,
 * is nobody's "everything else": it stays.
 */
export function routeFile(file: SortFile, { rules, otherwise, includeUnsure }: CompiledRules): Route {
  let winner: { readonly index: number; readonly hit: Hit } | null = null
  const alsoWantedBy: number[] = []
  for (let index = 0; index < rules.length; index++) {
    const hit = rules[index]!.match(file, includeUnsure)
    if (hit === null) continue
    if (winner === null) winner = { index, hit }
    else alsoWantedBy.push(index)
  }
  if (winner !== null) {
    return {
      wish: 'go',
      ruleIndex: winner.index,
      alsoWantedBy,
      template: rules[winner.index]!.template,
      categoryId: winner.hit.categoryId ?? mainTag(file, includeUnsure),
    }
  }
  const unsure = includeUnsure || !file.tags.some(({ band }) => band === 'unsure') ? -1 : firstUnsure(file, rules)
  if (unsure >= 0) return { ...stays, wish: 'unsure', ruleIndex: unsure }
  return otherwise === null
    ? stays
    : { ...stays, wish: 'go', template: otherwise, categoryId: mainTag(file, includeUnsure) }
}

function firstUnsure(file: SortFile, rules: CompiledRules['rules']): number {
  return rules.findIndex((rule) => rule.match(file, true) !== null)
}

function mainTag({ tags }: SortFile, includeUnsure: boolean): number | null {
  return tags.find(({ band }) => includeUnsure || band === 'sure')?.categoryId ?? null
}
