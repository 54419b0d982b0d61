import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sampleCategory } from '../category-editor/sample-category.ts'
import { renderWithLibrary } from '../connection/render-with-library.tsx'
import { useSorting } from '../sorting/sort-store.ts'
import { useSelection } from '../state/selection-store.ts'
import { useView } from '../state/view-store.ts'
import { useSortHere } from './use-sort-here.ts'

function SortHere(): ReactNode {
  const sortHere = useSortHere()
  return <button onClick={sortHere}>Sort</button>
}

async function press(): Promise<{ readonly scope: unknown; readonly words: string }> {
  const { calls } = renderWithLibrary(<SortHere />, {
    'categories.list': async () => ({
      categories: [sampleCategory({ categoryId: 7, name: 'Dog' })],
      photoCount: 0,
      unsureCount: 0,
      untaggedCount: 0,
    }),
    'folders.list': async () => ({ folders: [] }),
  })
  await waitFor(() => expect(calls).toHaveLength(2))
  // The answers are drawn with the next turn.
  await new Promise((resolve) => setTimeout(resolve, 0))
  fireEvent.click(screen.getByText('Sort'))
  const { scope, scopeWords } = useSorting.getState().draft
  return { scope, words: scopeWords }
}

describe('what is sorted from where the person is', () => {
  beforeEach(() => {
    useView.getState().go({ kind: 'all' })
    useSelection.getState().clear()
  })
  afterEach(cleanup)

  test('everything, where nothing narrower is meant', async () => {
    expect(await press()).toEqual({ scope: { kind: 'library' }, words: 'All photos' })
    expect(useView.getState().place).toEqual({ kind: 'sort' })
  })

  test('what is selected, before the place', async () => {
    useView.getState().go({ kind: 'category', categoryId: 7 })
    useSelection.getState().select([3, 5])
    expect(await press()).toEqual({ scope: { kind: 'photos', photoIds: [3, 5] }, words: '2 photos' })
  })

  test('the photo that is open, before the selection', async () => {
    useSelection.getState().select([3, 5])
    useView.getState().openPhoto(9)
    expect(await press()).toEqual({ scope: { kind: 'photos', photoIds: [9] }, words: '1 photo' })
  })

  test('the category, or the folder with what is below it', async () => {
    useView.getState().go({ kind: 'category', categoryId: 7 })
    expect(await press()).toEqual({ scope: { kind: 'category', categoryId: 7 }, words: 'Dog' })
    cleanup()
    useView.getState().go({ kind: 'folder', folderId: 2, folderPath: 'Camera/2024' })
    expect(await press()).toEqual({ scope: { kind: 'folder', folderId: 2, folderPath: 'Camera/2024' }, words: '2024' })
  })
})
