import { expect, test } from 'vitest'
import { isHeading } from './is-heading.ts'

test('only the groups of the vocabulary are headings', () => {
  expect([{ key: 'animals' }, { key: 'animals/dog' }, { key: null }].map(isHeading)).toEqual([true, false, false])
})
