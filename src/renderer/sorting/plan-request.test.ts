import { expect, test } from 'vitest'
import { missingWords, requestOf } from './plan-request.ts'
import { emptyDraft, type SortDraft } from './sort-draft.ts'

const draft: SortDraft = { ...emptyDraft, targetPath: '/sorted', rules: [{ key: 1, when: [], to: '{year}' }] }

test('asks when nothing is missing', () => {
  expect(missingWords(draft)).toBeNull()
  expect(requestOf(draft)).toMatchObject({ targetPath: '/sorted', rules: { rules: [{ when: [], to: '{year}' }] } })
})

test.each<readonly [string, Partial<SortDraft>]>([
  ['Choose where your photos go.', { targetPath: null }],
  ['Add a rule first.', { rules: [] }],
  ['The folder of rule 1 can’t be made as it is written.', { rules: [{ key: 1, when: [], to: '{yaer}' }] }],
  ['The folder for everything else can’t be made as it is written.', { otherwise: '../up' }],
])('%s', (words, change) => {
  expect(missingWords({ ...draft, ...change })).toBe(words)
  expect(requestOf({ ...draft, ...change })).toBeNull()
})

test('everything else alone is enough', () => {
  expect(missingWords({ ...draft, rules: [], otherwise: 'Other' })).toBeNull()
})
