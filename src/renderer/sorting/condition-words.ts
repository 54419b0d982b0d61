import { fileTypeWords } from '../../core/sorting/file-type.ts'
import type { Condition } from '../../core/sorting/sort-rules.ts'

/** Names that conditions speak of. */
export interface ConditionNames {
  readonly categories: readonly { readonly categoryId: number; readonly name: string; readonly colour: string }[]
  readonly choices: readonly {
    readonly choiceId: number
    readonly name: string
    readonly categoryIds: readonly number[]
  }[]
  readonly folders: readonly { readonly folderId: number; readonly name: string }[]
}

/** The kinds of conditions, in the order they are offered. */
export const conditionKinds: readonly { readonly kind: Condition['kind']; readonly label: string }[] = [
  { kind: 'category', label: 'Category' },
  { kind: 'choice', label: 'Choice' },
  { kind: 'date', label: 'Date taken' },
  { kind: 'folder', label: 'Folder' },
  { kind: 'rating', label: 'Rating' },
  { kind: 'type', label: 'Type of file' },
]

const dayMs = 86_400_000
const mostNamed = 3
const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** What a condition asks, as its chip says it: "Family or Friends", "since 1 Jan 2024", "3 stars or more". */
export function conditionWords(condition: Condition, names: ConditionNames): string {
  switch (condition.kind) {
    case 'category': {
      const words = condition.categoryIds.map(
        (id) => names.categories.find(({ categoryId }) => categoryId === id)?.name ?? 'a category that is gone',
      )
      const more = words.length - mostNamed
      return more > 0 ? `${words.slice(0, mostNamed).join(', ')} or ${more} more` : anyOf(words)
    }
    case 'choice':
      return `any of ${names.choices.find(({ choiceId }) => choiceId === condition.choiceId)?.name ?? 'a choice that is gone'}`
    case 'date':
      return dateWords(condition.fromMs, condition.toMs)
    case 'folder': {
      const name = names.folders.find(({ folderId }) => folderId === condition.folderId)?.name
      if (name === undefined) return 'in a folder that is gone'
      return `in ${condition.folderPath === '' ? name : `${name}/${condition.folderPath}`}`
    }
    case 'rating':
      return condition.atLeast === 5
        ? '5 stars'
        : `${condition.atLeast} ${condition.atLeast === 1 ? 'star' : 'stars'} or more`
    case 'type':
      return anyOf(condition.types.map((type) => fileTypeWords[type]))
  }
}

/** The colour of the dot before a category's name; only where there is one category. */
export function conditionColour(condition: Condition, names: ConditionNames): string | undefined {
  if (condition.kind !== 'category' || condition.categoryIds.length !== 1) return undefined
  return names.categories.find(({ categoryId }) => categoryId === condition.categoryIds[0])?.colour
}

/** `toMs` is exclusive, so the last day is the one before it. */
function dateWords(fromMs: number | null, toMs: number | null): string {
  const last = toMs === null ? null : toMs - dayMs
  if (fromMs === null) return last === null ? 'any date' : `until ${dayFormat.format(last)}`
  if (last === null) return `since ${dayFormat.format(fromMs)}`
  return last <= fromMs ? dayFormat.format(fromMs) : dayFormat.formatRange(fromMs, last)
}

function anyOf(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? 'anything') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
