import { expect, test } from 'vitest'
import { everything, filterTabs, sameFilter } from './plan-filters.ts'
import { sampleCounts } from './sample-plan.ts'

test('offers what there is, and all in any case', () => {
  expect(filterTabs(sampleCounts({})).map(({ id }) => id)).toEqual(['all'])
  const tabs = filterTabs(sampleCounts({ go: 9, renamed: 2, unsure: 1, blocked: 4 }))
  expect(tabs.map(({ label, count }) => `${label} ${count}`)).toEqual([
    'All 9',
    'Renamed 2',
    'Not sure 1',
    'Can’t be moved 4',
  ])
  expect(tabs.at(-1)?.tone).toBe('warning')
})

test('tells filters apart', () => {
  expect(sameFilter(everything, { kind: 'folder', path: '', deep: true })).toBe(true)
  expect(sameFilter(everything, { kind: 'folder', path: 'a', deep: true })).toBe(false)
})
