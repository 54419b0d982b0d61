import type { Category } from '../../contract/categories.ts'
import type { SortScope } from '../../contract/sorting.ts'
import type { SortRule } from '../../core/sorting/sort-rules.ts'

export interface Starter {
  readonly id: 'category' | 'date' | 'camera'
  readonly label: string
  readonly rules: readonly SortRule[]
}

type Known = Pick<Category, 'categoryId' | 'origin' | 'parentId' | 'position' | 'shownCount' | 'hidden'>

/** As many rules as a person can look over; with more, choosing is theirs. */
const mostCategoryRules = 24

/** Rules to begin with, each a click: by category where there are any, by date, by camera. */
export function starters(categories: readonly Known[]): readonly Starter[] {
  const byCategory = categoryRules(categories)
  return [
    ...(byCategory.length === 0 ? [] : [{ id: 'category' as const, label: 'By category and year', rules: byCategory }]),
    { id: 'date', label: 'By date', rules: [{ when: [], to: '{year}/{month}' }] },
    { id: 'camera', label: 'By camera', rules: [{ when: [], to: '{camera}/{year}' }] },
  ]
}

/** What stands there on the first visit, so that there is a plan to look at at once. */
export function firstRules(categories: readonly Known[], scope: SortScope): readonly SortRule[] {
  if (scope.kind === 'category') {
    return [{ when: [{ kind: 'category', categoryIds: [scope.categoryId] }], to: '{category}/{year}' }]
  }
  const own = ownRules(categories)
  return own.length > 0 ? own : [{ when: [], to: '{year}/{month}' }]
}

function categoryRules(categories: readonly Known[]): readonly SortRule[] {
  const own = ownRules(categories)
  if (own.length > 0) return own
  // Without categories of one's own: what Winnow finds most often. Groups of them would take everything below at once.
  const groups = new Set(categories.map(({ parentId }) => parentId))
  return categories
    .filter(({ categoryId, shownCount, hidden }) => shownCount > 0 && !hidden && !groups.has(categoryId))
    .toSorted((a, b) => b.shownCount - a.shownCount)
    .slice(0, mostCategoryRules)
    .map(ruleFor)
}

function ownRules(categories: readonly Known[]): readonly SortRule[] {
  return categories
    .filter(({ origin, hidden }) => origin === 'own' && !hidden)
    .toSorted((a, b) => a.position - b.position)
    .slice(0, mostCategoryRules)
    .map(ruleFor)
}

function ruleFor({ categoryId }: Known): SortRule {
  return { when: [{ kind: 'category', categoryIds: [categoryId] }], to: '{category}/{year}' }
}
