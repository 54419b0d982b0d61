import { expect, test } from 'vitest'
import { sampleCategory } from '../category-editor/sample-category.ts'
import { firstRules, starters } from './starters.ts'

const own = [
  sampleCategory({ categoryId: 2, name: 'Category 2', origin: 'own', position: 1 }),
  sampleCategory({ categoryId: 1, name: 'Category 1', origin: 'own', position: 0 }),
]
const found = [
  sampleCategory({ categoryId: 10, name: 'Category 10', origin: 'built-in', parentId: null, shownCount: 90 }),
  sampleCategory({ categoryId: 11, name: 'Category 11', origin: 'built-in', parentId: 10, shownCount: 20 }),
  sampleCategory({ categoryId: 12, name: 'Category 12', origin: 'built-in', parentId: 10, shownCount: 70 }),
  sampleCategory({ categoryId: 13, name: 'Category 13', origin: 'built-in', parentId: 10, shownCount: 0 }),
]
const categoriesOf = (rules: ReturnType<typeof firstRules>): readonly number[] =>
  rules.flatMap(({ when }) => when.flatMap((condition) => (condition.kind === 'category' ? condition.categoryIds : [])))

test('begins with one’s own categories, in their order', () => {
  const rules = firstRules([...own, ...found], { kind: 'library' })
  expect(categoriesOf(rules)).toEqual([1, 2])
  expect(rules[0]?.to).toBe('{category}/{year}')
})

test('begins by date where there are none', () => {
  expect(firstRules(found, { kind: 'library' })).toEqual([{ when: [], to: '{year}/{month}' }])
})

test('begins with the category that is to be sorted', () => {
  expect(categoriesOf(firstRules(own, { kind: 'category', categoryId: 12 }))).toEqual([12])
})

test('without one’s own, what Winnow found most often is on offer, but no group of others', () => {
  const [byCategory, ...others] = starters(found)
  expect(categoriesOf(byCategory?.rules ?? [])).toEqual([12, 11])
  expect(others.map(({ id }) => id)).toEqual(['date', 'camera'])
  expect(starters([]).map(({ id }) => id)).toEqual(['date', 'camera'])
})
