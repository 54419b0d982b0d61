import { expect, test } from 'vitest'
import type { Condition } from '../../core/sorting/sort-rules.ts'
import { conditionColour, conditionWords } from './condition-words.ts'

const names = {
  categories: ['Family', 'Friends', 'Dog', 'Cat'].map((name, index) => ({
    categoryId: index + 1,
    name,
    colour: `#00000${index}`,
  })),
  choices: [{ choiceId: 7, name: 'Where', categoryIds: [1, 2] }],
  folders: [{ folderId: 3, name: 'Pictures' }],
}

const cases: readonly (readonly [Condition, string])[] = [
  [{ kind: 'category', categoryIds: [1] }, 'Family'],
  [{ kind: 'category', categoryIds: [1, 2, 3] }, 'Family, Friends or Dog'],
  [{ kind: 'category', categoryIds: [1, 2, 3, 4] }, 'Family, Friends, Dog or 1 more'],
  [{ kind: 'category', categoryIds: [99] }, 'a category that is gone'],
  [{ kind: 'choice', choiceId: 7 }, 'any of Where'],
  [{ kind: 'date', fromMs: Date.UTC(2024, 0, 1), toMs: null }, 'since 1 Jan 2024'],
  [{ kind: 'date', fromMs: null, toMs: Date.UTC(2024, 0, 1) }, 'until 31 Dec 2023'],
  [{ kind: 'date', fromMs: Date.UTC(2024, 5, 3), toMs: Date.UTC(2024, 5, 4) }, '3 Jun 2024'],
  [{ kind: 'folder', folderId: 3, folderPath: '' }, 'in Pictures'],
  [{ kind: 'folder', folderId: 3, folderPath: 'Rome/day 1' }, 'in Pictures/Rome/day 1'],
  [{ kind: 'rating', atLeast: 1 }, '1 star or more'],
  [{ kind: 'rating', atLeast: 5 }, '5 stars'],
  [{ kind: 'type', types: ['jpeg', 'raw'] }, 'JPEG or RAW'],
]
test.each(cases)('%o', (condition, words) => {
  expect(conditionWords(condition, names)).toBe(words)
})

test('one category shows its colour, several none', () => {
  expect(conditionColour({ kind: 'category', categoryIds: [2] }, names)).toBe('#000001')
  expect(conditionColour({ kind: 'category', categoryIds: [1, 2] }, names)).toBeUndefined()
})
