import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ApiHandlers } from '../../contract/api.ts'
import type { Category } from '../../contract/categories.ts'
import { sampleCategory } from '../category-editor/sample-category.ts'
import { renderWithLibrary } from '../connection/render-with-library.tsx'
import { useSelection } from '../state/selection-store.ts'
import { useView } from '../state/view-store.ts'
import { TagPicker } from './tag-picker.tsx'

function category(categoryId: number, name: string): Category {
  return sampleCategory({ categoryId, name, origin: 'own', position: categoryId })
}

const handlers: Partial<ApiHandlers> = {
  'categories.list': () => ({
    categories: [
      category(1, 'Beach'),
      category(2, 'Birthday cake'),
      { ...category(3, 'Rex'), choiceId: 5 },
      { ...category(4, 'Luna'), choiceId: 5 },
    ],
    unsureCount: 0,
    untaggedCount: 0,
    photoCount: 9,
  }),
  'photos.tagCounts': () => ({ counts: [{ categoryId: 1, tagged: 1, saidYes: 0, saidNo: 0 }] }),
  'choices.list': () => ({ choices: [{ choiceId: 5, name: 'Pet', categoryIds: [3, 4], allowsNone: true }] }),
  'choices.answer': ({ photoIds }) => ({ changed: photoIds.length }),
  'photos.decide': ({ photoIds }) => ({ changed: photoIds.length }),
  'categories.create': ({ draft }) => ({ category: category(9, draft.name) }),
}

const field = (): HTMLElement => screen.getByRole('combobox', { name: 'Category' })

describe('the tag picker', () => {
  beforeEach(() => {
    useView.setState({ ...useView.getInitialState(), panel: 'tag-picker' }, true)
    useSelection.getState().select([11, 12], 12)
  })
  afterEach(cleanup)

  it('applies with Enter and closes with Enter again', async () => {
    const { calls } = renderWithLibrary(<TagPicker />, handlers)
    await screen.findByRole('option', { name: /Birthday cake/ })
    await userEvent.type(field(), 'birth{Enter}')
    await waitFor(() =>
      expect(calls).toContainEqual({
        name: 'photos.decide',
        input: { photoIds: [11, 12], categoryId: 2, verdict: 'yes' },
      }),
    )
    expect(field()).toHaveProperty('value', '')
    expect(useView.getState().panel).toBe('tag-picker')
    await userEvent.type(field(), '{Enter}')
    expect(useView.getState().panel).toBe('none')
  })

  it('says what only some of the photos carry, and gives it to all of them', async () => {
    const { calls } = renderWithLibrary(<TagPicker />, handlers)
    expect(await screen.findByText('on 1')).toBeDefined()
    await userEvent.type(field(), '{ArrowDown}{Enter}')
    await waitFor(() =>
      expect(calls).toContainEqual({
        name: 'photos.decide',
        input: { photoIds: [11, 12], categoryId: 1, verdict: 'yes' },
      }),
    )
  })

  it('makes a category of words that none has', async () => {
    const { calls } = renderWithLibrary(<TagPicker />, handlers)
    await screen.findByRole('option', { name: /Beach/ })
    await userEvent.type(field(), 'My red bicycle')
    await userEvent.click(screen.getByRole('option', { name: /Make “My red bicycle”/ }))
    await waitFor(() =>
      expect(calls.filter(({ name }) => name === 'categories.create' || name === 'photos.decide')).toEqual([
        { name: 'categories.create', input: { draft: { name: 'My red bicycle', yesPhotoIds: [11, 12] } } },
      ]),
    )
  })

  it('asks a choice as one question', async () => {
    const { calls } = renderWithLibrary(<TagPicker />, handlers)
    await screen.findByRole('option', { name: /Pet: Rex/ })
    await userEvent.type(field(), 'pet')
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'Pet: Rex',
      'Pet: Luna',
      'Pet: none of these',
      'Make “pet” and add to it',
    ])
    await userEvent.type(field(), '{ArrowDown}{Enter}')
    await userEvent.type(field(), 'pet{ArrowDown}{ArrowDown}{Enter}')
    await waitFor(() =>
      expect(calls.filter(({ name }) => name === 'choices.answer').map(({ input }) => input)).toEqual([
        { choiceId: 5, photoIds: [11, 12], categoryId: 4 },
        { choiceId: 5, photoIds: [11, 12], categoryId: null },
      ]),
    )
  })
})
