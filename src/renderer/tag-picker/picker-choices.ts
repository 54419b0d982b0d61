import type { z } from 'zod'
import type { Category } from '../../contract/categories.ts'
import type { Choice } from '../../contract/choices.ts'
import type { photoMethods } from '../../contract/photos.ts'
import { foldWords } from '../../core/search/fold-text.ts'
import { isNamed, matchCategories } from './match-categories.ts'

type TagCount = z.infer<(typeof photoMethods)['photos.tagCounts']['output']>['counts'][number]

export type TagChoice =
  | {
      readonly kind: 'category'
      readonly category: Category
      /** The question it is one answer to; null where it stands by itself. */
      readonly choice: Choice | null
      /** Whether the photos carry it. */
      readonly on: 'all' | 'some' | 'none'
      readonly taggedCount: number
    }
  | { readonly kind: 'none'; readonly choice: Choice }
  | { readonly kind: 'new'; readonly name: string }

const mostChoices = 60

/**
 * What the picker offers: with words typed, what fits them best first and, where none is called so, a new one; with none,
 * what the photos carry, then the person's own, then what is used most. A choice is one question: its name offers all its
 * answers, "none of these" too.
 */
export function pickerChoices(
  categories: readonly Category[],
  counts: readonly TagCount[],
  photoCount: number,
  typed: string,
  questions: readonly Choice[] = [],
): readonly TagChoice[] {
  const taggedOf = new Map(counts.map(({ categoryId, tagged }) => [categoryId, tagged]))
  const groups = new Set(categories.map(({ parentId }) => parentId))
  // A built-in heading ("Animals") only gathers; nothing is tagged with it itself.
  const taggable = categories.filter(
    ({ origin, parentId, categoryId }) => origin === 'own' || parentId !== null || !groups.has(categoryId),
  )
  const name = typed.trim()
  const matching =
    name === ''
      ? taggable.toSorted(
          (a, b) =>
            (taggedOf.get(b.categoryId) ?? 0) - (taggedOf.get(a.categoryId) ?? 0) ||
            Number(b.origin === 'own') - Number(a.origin === 'own') ||
            b.shownCount - a.shownCount,
        )
      : withAnswers(matchCategories(taggable, name), questionsNamed(questions, name), taggable)
  const offered = matching.slice(0, mostChoices).map((category): TagChoice => {
    const taggedCount = taggedOf.get(category.categoryId) ?? 0
    const on = taggedCount === 0 ? 'none' : taggedCount === photoCount ? 'all' : 'some'
    const choice = questions.find(({ choiceId }) => choiceId === category.choiceId) ?? null
    return { kind: 'category', category, choice, on, taggedCount }
  })
  const nones = questionsNamed(questions, name)
    .filter(({ allowsNone }) => allowsNone)
    .map((choice): TagChoice => ({ kind: 'none', choice }))
  const makesNew = name !== '' && !categories.some((category) => isNamed(category, name))
  return [...offered, ...nones, ...(makesNew ? [{ kind: 'new', name } as const] : [])]
}

/** Choices whose name begins with what is typed. */
function questionsNamed(questions: readonly Choice[], typed: string): readonly Choice[] {
  const wanted = foldWords(typed).join(' ')
  return wanted === '' ? [] : questions.filter(({ name }) => foldWords(name).join(' ').startsWith(wanted))
}

/** The answers to those questions first, in their order, then the rest of what matches. */
function withAnswers(
  matching: readonly Category[],
  questions: readonly Choice[],
  categories: readonly Category[],
): readonly Category[] {
  const answers = questions.flatMap(({ categoryIds }) =>
    categoryIds.flatMap((id) => categories.filter(({ categoryId }) => categoryId === id)),
  )
  return [...answers, ...matching.filter((category) => !answers.includes(category))]
}
