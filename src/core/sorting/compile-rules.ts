import { fileTypeOf } from './file-type.ts'
import type { SortFile, SortNames } from './sort-facts.ts'
import type { Condition, SortRule, SortRules } from './sort-rules.ts'
import { parseTemplate } from './template.ts'
import type { Template } from './template.ts'

/** That a condition holds, and the category that made it hold; null where it is not about categories. */
export interface Hit {
  readonly categoryId: number | null
}

export interface CompiledRule {
  readonly template: Template
  /** Null when a condition does not hold. `unsureCounts`: tags Winnow is not sure of are tags too. */
  readonly match: (file: SortFile, unsureCounts: boolean) => Hit | null
}

export interface CompiledRules {
  readonly rules: readonly CompiledRule[]
  readonly otherwise: Template | null
  readonly includeUnsure: boolean
}

/** What is wrong with the templates of rules, as a sentence; null when nothing is. */
export function rulesProblem(rules: SortRules): string | null {
  for (const [index, { to }] of rules.rules.entries()) {
    const { problem } = parseTemplate(to)
    if (problem !== null) return `Rule ${index + 1}: ${problem}`
  }
  const { problem } = parseTemplate(rules.otherwise ?? '')
  return problem === null ? null : `Everything else: ${problem}`
}

/** Rules made ready to be asked about 100,000 files. Throws for those that have a `rulesProblem`. */
export function compileRules(rules: SortRules, names: SortNames): CompiledRules {
  const problem = rulesProblem(rules)
  if (problem !== null) throw new Error(problem)
  return {
    rules: rules.rules.map((rule) => compileRule(rule, names)),
    otherwise: rules.otherwise === null ? null : parseTemplate(rules.otherwise).template,
    includeUnsure: rules.includeUnsure,
  }
}

type Test = CompiledRule['match']

const plainHit: Hit = { categoryId: null }

function compileRule({ when, to }: SortRule, names: SortNames): CompiledRule {
  const tests = when.map((condition) => compileCondition(condition, names))
  return {
    template: parseTemplate(to).template ?? [],
    match: (file, unsureCounts) => {
      let hit = plainHit
      for (const test of tests) {
        const next = test(file, unsureCounts)
        if (next === null) return null
        // Of several categories that hold, `{category}` is the first.
        if (hit.categoryId === null) hit = next
      }
      return hit
    },
  }
}

function compileCondition(condition: Condition, names: SortNames): Test {
  switch (condition.kind) {
    case 'category':
      return tagTest(categoriesBelow(new Set(condition.categoryIds), names, false))
    case 'choice':
      return tagTest(categoriesBelow(new Set(names.choices.get(condition.choiceId)), names, true))
    case 'date':
      return plainTest(
        ({ takenAtMs }) =>
          takenAtMs >= (condition.fromMs ?? Number.NEGATIVE_INFINITY) &&
          takenAtMs < (condition.toMs ?? Number.POSITIVE_INFINITY),
      )
    case 'folder': {
      const inside = `${condition.folderPath}/`
      return plainTest(({ place, cameFrom }) => {
        const { folderId, path } = cameFrom ?? place
        return folderId === condition.folderId && (condition.folderPath === '' || `${path}/`.startsWith(inside))
      })
    }
    case 'rating':
      return plainTest(({ rating }) => rating !== null && rating >= condition.atLeast)
    case 'type': {
      const types = new Set(condition.types)
      return plainTest(({ name }) => types.has(fileTypeOf(name)))
    }
  }
}

function plainTest(holds: (file: SortFile) => boolean): Test {
  return (file) => (holds(file) ? plainHit : null)
}

/** @param hits what a tag means, by its category */
function tagTest(hits: ReadonlyMap<number, Hit>): Test {
  return ({ tags }, unsureCounts) => {
    for (const { categoryId, band } of tags) {
      const hit = unsureCounts || band === 'sure' ? hits.get(categoryId) : undefined
      if (hit !== undefined) return hit
    }
    return null
  }
}

/**
 * Categories that are one of `wanted`, or below one.
 * @param asWanted whether such a tag means the wanted category above it, as in a choice, or itself
 */
function categoriesBelow(wanted: ReadonlySet<number>, names: SortNames, asWanted: boolean): ReadonlyMap<number, Hit> {
  const hits = new Map<number, Hit>([...wanted].map((categoryId) => [categoryId, { categoryId }]))
  for (const start of names.categories.keys()) {
    if (wanted.has(start)) continue
    const passed = new Set<number>([start])
    let above = names.categories.get(start)?.parentId ?? null
    // A loop in the parents, which should not be, must not hang the plan.
    while (above !== null && !passed.has(above) && !wanted.has(above)) {
      passed.add(above)
      above = names.categories.get(above)?.parentId ?? null
    }
    if (above !== null && wanted.has(above)) hits.set(start, { categoryId: asWanted ? above : start })
  }
  return hits
}
