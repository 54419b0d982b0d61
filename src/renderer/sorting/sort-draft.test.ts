import { expect, test } from 'vitest'
import { noEdits } from '../../core/sorting/sort-rules.ts'
import { emptyDraft, moveRule, rulesOf, withExcluded, withFolder } from './sort-draft.ts'

const rules = [1, 2, 3].map((key) => ({ key, when: [], to: `${key}` }))
const order = (key: number, toIndex: number): readonly number[] => moveRule(rules, key, toIndex).map((rule) => rule.key)

test('rules move up, down, and no further than the ends', () => {
  expect(order(3, 0)).toEqual([3, 1, 2])
  expect(order(1, 1)).toEqual([2, 1, 3])
  expect(order(1, 99)).toEqual([2, 3, 1])
  expect(order(2, -1)).toEqual([2, 1, 3])
  expect(order(9, 0)).toEqual([1, 2, 3])
})

test('keys stay in this window', () => {
  expect(rulesOf({ ...emptyDraft, rules })).toEqual({
    rules: rules.map(({ to }) => ({ when: [], to })),
    otherwise: null,
    includeUnsure: false,
  })
})

test('files are left out once, and taken in again', () => {
  const out = withExcluded(withExcluded(noEdits, [1, 2], true), [2, 3], true)
  expect(out.excludedFileIds).toEqual([1, 2, 3])
  expect(withExcluded(out, [1, 3], false).excludedFileIds).toEqual([2])
})

test('a folder that keeps its path is no change', () => {
  expect(withFolder(noEdits, 'a', 'a')).toBe(noEdits)
  expect(withFolder(noEdits, 'a', 'b/c').folders).toEqual([{ from: 'a', to: 'b/c' }])
})
