import { beforeEach, expect, test } from 'vitest'
import { useView } from '../state/view-store.ts'
import { emptyDraft } from './sort-draft.ts'
import { isAsSaved, useSorting } from './sort-store.ts'

beforeEach(() => useSorting.setState({ draft: emptyDraft }))
const sorting = (): ReturnType<typeof useSorting.getState> => useSorting.getState()

test('other photos get a starting set of their own, but rules that were written stay', () => {
  sorting().begin([{ when: [], to: '{year}' }], true)
  sorting().openSort({ kind: 'category', categoryId: 5 }, 'Rain')
  expect(useView.getState().place).toEqual({ kind: 'sort' })
  expect(sorting().draft).toMatchObject({ scope: { kind: 'category', categoryId: 5 }, scopeWords: 'Rain', rules: null })

  sorting().begin([{ when: [], to: '{year}' }], true)
  sorting().addRule({ when: [], to: '{camera}' })
  sorting().openSort({ kind: 'library' }, 'All photos')
  expect(sorting().draft.rules?.map(({ to }) => to)).toEqual(['{year}', '{camera}'])
})

test('changes by hand go back one at a time, and go with the photos they were about', () => {
  sorting().edit({ excludedFileIds: [1], folders: [] })
  sorting().edit({ excludedFileIds: [1, 2], folders: [] })
  sorting().undoEdit()
  expect(sorting().draft.edits.excludedFileIds).toEqual([1])
  sorting().undoEdit()
  sorting().undoEdit()
  expect(sorting().draft.edits.excludedFileIds).toEqual([])

  sorting().edit({ excludedFileIds: [1], folders: [] })
  sorting().chooseScope({ kind: 'photos', photoIds: [9] }, '1 selected photo')
  expect(sorting().draft).toMatchObject({ edits: { excludedFileIds: [] }, earlierEdits: [] })
})

test('saved rules come with their action and place, and say when they were changed', () => {
  const saved = {
    rulesId: 3,
    name: 'By year',
    rules: { rules: [{ when: [], to: '{year}' }], otherwise: 'Other', includeUnsure: true },
    action: 'copy' as const,
    targetPath: '/sorted',
    usedAtMs: null,
  }
  sorting().takeSaved(saved)
  expect(sorting().draft).toMatchObject({ action: 'copy', targetPath: '/sorted', otherwise: 'Other' })
  expect(isAsSaved(sorting().draft, saved)).toBe(true)
  sorting().change({ includeUnsure: false })
  expect(isAsSaved(sorting().draft, saved)).toBe(false)
  // Rules without a place leave the one that is set.
  sorting().takeSaved({ ...saved, targetPath: null })
  expect(sorting().draft.targetPath).toBe('/sorted')
})
