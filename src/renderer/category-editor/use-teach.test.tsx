import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import type { ApiHandlers } from '../../contract/api.ts'
import { WinnowError } from '../../contract/error.ts'
import { renderWithLibrary } from '../connection/render-with-library.tsx'
import { useTeach } from './use-teach.ts'

const noCategories = { categories: [], unsureCount: 0, untaggedCount: 0, photoCount: 9 }
const stored: Partial<ApiHandlers> = {
  'categories.list': () => noCategories,
  'photos.decide': ({ photoIds }) => ({ changed: photoIds.length }),
}

function Photo(): ReactNode {
  const { verdictOf, answer, onShown } = useTeach(1)
  return (
    <>
      <output>{verdictOf(7) ?? 'as the bands say'}</output>
      <button type="button" onClick={() => answer([7], 'yes')}>
        Yes
      </button>
      <button type="button" onClick={() => answer([7], 'no')}>
        No
      </button>
      <button type="button" onClick={onShown}>
        Bands came
      </button>
    </>
  )
}

const shown = (): string | null => screen.getByRole('status').textContent
const press = (name: string): Promise<void> => userEvent.click(screen.getByRole('button', { name }))

describe('an answer about a photo in the bands', () => {
  afterEach(cleanup)

  it('is seen at once and until the bands that count it are shown', async () => {
    const { calls } = renderWithLibrary(<Photo />, stored)
    await press('Yes')
    expect(shown()).toBe('yes')
    await waitFor(() => expect(calls.some(({ name }) => name === 'photos.decide')).toBe(true))
    await waitFor(async () => {
      await press('Bands came')
      expect(shown()).toBe('as the bands say')
    })
  })

  it('gives way to a later one, whichever is stored first', async () => {
    renderWithLibrary(<Photo />, stored)
    await press('Yes')
    await press('No')
    await press('Bands came')
    expect(shown()).not.toBe('yes')
  })

  it('is taken back where it could not be stored', async () => {
    renderWithLibrary(<Photo />, {
      ...stored,
      'photos.decide': () => {
        throw new WinnowError('disk-full', 'No')
      },
    })
    await press('Yes')
    await waitFor(() => expect(shown()).toBe('as the bands say'))
  })
})
