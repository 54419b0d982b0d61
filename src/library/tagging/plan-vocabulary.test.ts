import { expect, test } from 'vitest'
import type { CategoryRow } from '../store/category.ts'
import { mergedCategory, plannedCategories } from './plan-vocabulary.ts'

const concept = (key: string, parent: string) => ({
  key,
  name: key,
  frequency: 0.1,
  parent,
  synonyms: ['other'],
  words: [`a ${key}`],
  notWords: [],
})

const vocabulary = {
  version: 1,
  groups: [
    { key: 'animals', name: 'Animals' },
    { key: 'nature', name: 'Nature' },
  ],
  concepts: [
    concept('animals/puppy', 'animals/dog'),
    concept('animals/dog', 'animals'),
    concept('nature/sea', 'nature'),
  ],
}

test('parents come before their children, and a family has one colour', () => {
  const planned = plannedCategories(vocabulary)
  expect(planned.map(({ category, parentKey }) => [category.key, parentKey, category.isGroup])).toEqual([
    ['animals', null, true],
    ['nature', null, true],
    ['animals/dog', 'animals', false],
    ['animals/puppy', 'animals/dog', false],
    ['nature/sea', 'nature', false],
  ])
  const colours = Object.fromEntries(planned.map(({ category }) => [category.key, category.colour]))
  expect(colours['animals/puppy']).toBe(colours['animals'])
  expect(colours['nature/sea']).not.toBe(colours['animals'])
})

test('what the person changed stays, the rest follows the vocabulary', () => {
  const planned = plannedCategories(vocabulary).find(({ category }) => category.key === 'animals/dog')!
  const row: CategoryRow = {
    ...planned.category,
    categoryId: 9,
    parentId: null,
    name: 'Hound',
    words: ['hound'],
    colour: '#000000',
    strictness: 0.9,
    hidden: true,
    touched: ['name', 'colour', 'strictness', 'hidden'],
    choiceId: null,
    choicePosition: 0,
  }
  expect(mergedCategory(row, planned, 4)).toMatchObject({
    categoryId: 9,
    name: 'Hound',
    words: ['a animals/dog'],
    colour: '#000000',
    strictness: 0.9,
    hidden: true,
    parentId: 4,
  })
})
