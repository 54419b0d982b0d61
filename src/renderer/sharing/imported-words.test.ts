import { expect, test } from 'vitest'
import { importedWords } from './imported-words.ts'

function created(name: string, exampleCount = 0) {
  return { categoryId: 1, name, exampleCount }
}

test('an import is told in one line', () => {
  expect(importedWords([])).toBe('Nothing was added')
  expect(importedWords([created('Beach')])).toBe('Added Beach')
  expect(importedWords([created('Beach', 1)])).toBe('Added Beach with 1 example')
  expect(importedWords([created('Beach'), created('Boats', 4)])).toBe('Added Beach and Boats')
  expect(importedWords(['Beach', 'Boats', 'Dogs', 'Cats'].map((name) => created(name)))).toBe(
    'Added Beach, Boats and 2 more',
  )
})
