import { expect, test } from 'vitest'
import type { SortScope } from '../../contract/sorting.ts'
import { scopeOfValue, scopeValue } from './scope-value.ts'

const scopes: readonly SortScope[] = [
  { kind: 'library' },
  { kind: 'category', categoryId: 5 },
  { kind: 'folder', folderId: 2, folderPath: '' },
  { kind: 'folder', folderId: 2, folderPath: 'a/b c\nd' },
]
test.each(scopes)('%o and back', (scope) => {
  expect(scopeOfValue(scopeValue(scope))).toEqual(scope)
})

test('selected photos are in no value', () => {
  expect(scopeOfValue(scopeValue({ kind: 'photos', photoIds: [1] }))).toBeNull()
})
