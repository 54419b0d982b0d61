import type { Category } from '../../contract/categories.ts'
import { isHeading } from '../state/is-heading.ts'
import { isNamed } from '../tag-picker/match-categories.ts'

/** One of the categories a choice is between; `categoryId` is null for one that is made with the choice. */
export interface Member {
  readonly name: string
  readonly categoryId: number | null
  readonly colour: string | null
}

export const mostMembers = 30

export function memberOf({ categoryId, name, colour }: Category): Member {
  return { categoryId, name, colour }
}

/** What can be part of it: categories that are in no other choice and not in this one yet. */
export function joinable(
  categories: readonly Category[],
  members: readonly Member[],
  choiceId: number | null,
): readonly Category[] {
  const taken = new Set(members.map(({ categoryId }) => categoryId))
  return categories.filter(
    (category) =>
      !taken.has(category.categoryId) &&
      (category.choiceId === null || category.choiceId === choiceId) &&
      // Nothing is tagged with a heading itself.
      !isHeading(category),
  )
}

/**
 * The members with one more, by the name that was typed: the category of that name, the person's own first, or else a new
 * one. Unchanged where it is one already, or part of another choice.
 */
export function addMember(
  categories: readonly Category[],
  members: readonly Member[],
  choiceId: number | null,
  typed: string,
): readonly Member[] {
  const name = typed.trim()
  if (name === '' || members.length >= mostMembers || members.some((member) => isNamed(member, name))) return members
  const known = categories
    .filter((category) => isNamed(category, name))
    .toSorted((a, b) => Number(b.origin === 'own') - Number(a.origin === 'own'))
  const [first] = known
  if (first === undefined) return [...members, { name: name.slice(0, 80), categoryId: null, colour: null }]
  const free = joinable(known, members, choiceId)[0]
  return free === undefined ? members : [...members, memberOf(free)]
}

/** With one of them a place up or down. */
export function moveMember(members: readonly Member[], index: number, step: 1 | -1): readonly Member[] {
  const there = members[index + step]
  const here = members[index]
  if (there === undefined || here === undefined) return members
  return members.with(index, there).with(index + step, here)
}
