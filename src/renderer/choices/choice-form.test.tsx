import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ApiHandlers } from '../../contract/api.ts'
import { sampleCategory } from '../category-editor/sample-category.ts'
import { renderWithLibrary } from '../connection/render-with-library.tsx'
import { ChoiceForm } from './choice-form.tsx'

const rex = sampleCategory({ categoryId: 1, name: 'Rex', origin: 'own' })
const handlers: Partial<ApiHandlers> = {
  'categories.create': ({ draft }) => ({ category: sampleCategory({ categoryId: 9, name: draft.name }) }),
  'choices.create': (input) => ({ choice: { choiceId: 5, ...input } }),
}

describe('the form for a choice', () => {
  afterEach(cleanup)

  it('takes a category that is there and makes one that is not', async () => {
    const onClose = vi.fn<() => void>()
    const { calls } = renderWithLibrary(
      <ChoiceForm choice={null} members={[]} categories={[rex]} onClose={onClose} />,
      handlers,
    )
    const make = screen.getByRole('button', { name: 'Make choice' })
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Pet')
    const between = screen.getByRole('combobox', { name: 'Between' })
    await userEvent.type(between, 're{Enter}')
    expect(make).toHaveProperty('disabled', true)
    await userEvent.type(between, 'Luna{Enter}')
    await userEvent.click(screen.getByRole('button', { name: 'Move Luna up' }))
    await userEvent.click(make)
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    expect(calls).toEqual([
      { name: 'categories.create', input: { draft: { name: 'Luna' } } },
      { name: 'choices.create', input: { name: 'Pet', categoryIds: [9, 1], allowsNone: true } },
    ])
  })
})
