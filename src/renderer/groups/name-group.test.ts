import { expect, test } from 'vitest'
import { sampleCategory } from '../category-editor/sample-category.ts'
import { ownCategoryNamed } from './name-group.ts'

test('a name that one’s own category has already adds to that one', () => {
  const categories = [
    sampleCategory({ categoryId: 1, name: 'Café', origin: 'own' }),
    sampleCategory({ categoryId: 2, name: 'Boat', origin: 'built-in' }),
  ]
  expect(ownCategoryNamed(categories, ' cafe ')?.categoryId).toBe(1)
  // A built-in one is replaced by the person’s own, as everywhere.
  expect(ownCategoryNamed(categories, 'Boat')).toBeUndefined()
  expect(ownCategoryNamed(categories, '')).toBeUndefined()
})
