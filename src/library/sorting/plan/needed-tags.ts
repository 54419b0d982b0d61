import type { SortNames } from '../../../core/sorting/sort-facts.ts'
import type { SortRules } from '../../../core/sorting/sort-rules.ts'
import { parseTemplate } from '../../../core/sorting/template.ts'
import type { Placeholder } from '../../../core/sorting/template.ts'

/** Whether a template of the rules speaks of something. */
export function templatesName(rules: SortRules, placeholder: Placeholder): boolean {
  const templates = [...rules.rules.map(({ to }) => to), ...(rules.otherwise === null ? [] : [rules.otherwise])]
  return templates.some((text) =>
    parseTemplate(text).template?.some((segment) =>
      segment.some((part) => typeof part !== 'string' && part.placeholder === placeholder),
    ),
  )
}

/** Whether rules or templates speak of what only those who read a photo know: what is on it, when and by what it was taken. */
export function asksForContent(rules: SortRules): boolean {
  const kinds = new Set<string>(['category', 'choice', 'date'])
  const placeholders = ['category', 'year', 'month', 'monthName', 'day', 'camera'] as const
  return (
    rules.rules.some(({ when }) => when.some(({ kind }) => kinds.has(kind))) ||
    placeholders.some((placeholder) => templatesName(rules, placeholder))
  )
}

/** Categories whose photos the rules ask for, with those below them; null: of all. */
export function neededCategories(rules: SortRules, names: SortNames): ReadonlySet<number> | null {
  // A rule that asks for no category names the folder by the main tag, which may be any.
  if (templatesName(rules, 'category')) return null
  const wanted = new Set<number>()
  for (const condition of rules.rules.flatMap(({ when }) => when)) {
    if (condition.kind === 'category') for (const categoryId of condition.categoryIds) wanted.add(categoryId)
    if (condition.kind === 'choice') {
      for (const categoryId of names.choices.get(condition.choiceId) ?? []) wanted.add(categoryId)
    }
  }
  const isWanted = (categoryId: number): boolean => {
    const seen = new Set<number>()
    for (let id: number | null = categoryId; id !== null && !seen.has(id);) {
      if (wanted.has(id)) return true
      seen.add(id)
      id = names.categories.get(id)?.parentId ?? null
    }
    return false
  }
  return new Set([...names.categories.keys()].filter(isWanted))
}

/** What rules ask for that is not there any more, as sentences. */
export function missingFromRules(rules: SortRules, names: SortNames): readonly string[] {
  const sentences: string[] = []
  for (const [index, { when }] of rules.rules.entries()) {
    for (const condition of when) {
      const isGone =
        (condition.kind === 'category' && condition.categoryIds.some((id) => !names.categories.has(id))) ||
        (condition.kind === 'choice' && !names.choices.has(condition.choiceId)) ||
        (condition.kind === 'folder' && !names.folders.has(condition.folderId))
      if (isGone) sentences.push(`Rule ${index + 1} asks for a ${condition.kind} that is not there any more.`)
    }
  }
  return sentences
}
