import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ApiHandlers } from '../../contract/api.ts'
import { renderWithLibrary } from '../connection/render-with-library.tsx'
import { useView } from '../state/view-store.ts'
import { narrowingChips } from './narrowing-chips.ts'
import { SearchBox } from './search-box.tsx'

const handlers: Partial<ApiHandlers> = {
  'search.suggest': ({ text }) => ({
    suggestions: text.startsWith('be')
      ? [
          { kind: 'category', label: 'Beach', categoryId: 7, count: 12 },
          { kind: 'date', label: 'May 2024', fromMs: Date.UTC(2024, 4), toMs: Date.UTC(2024, 5), count: 3 },
        ]
      : [],
  }),
}

function Box(): React.ReactNode {
  const narrowing = useView((view) => view.narrowing)
  return <SearchBox chips={narrowingChips(narrowing, [], [])} />
}

const box = (): HTMLElement => screen.getByRole('combobox', { name: 'Search photos' })
const narrowing = () => useView.getState().narrowing

describe('the search box', () => {
  beforeEach(() => useView.setState(useView.getInitialState(), true))
  afterEach(cleanup)

  it('narrows while typing, after a pause, and once for what was typed in one go', async () => {
    renderWithLibrary(<Box />, handlers)
    const seen = new Set<string>()
    const stop = useView.subscribe((view) => seen.add(view.narrowing.text))
    await userEvent.type(box(), 'beach')
    await waitFor(() => expect(narrowing().text).toBe('beach'))
    stop()
    expect(seen).toEqual(new Set(['beach']))
  })

  it('turns what was typed into a chip with the arrow keys and Enter, and keeps the focus', async () => {
    renderWithLibrary(<Box />, handlers)
    await userEvent.type(box(), 'be')
    expect(await screen.findByRole('option', { name: /Beach/ })).toBeDefined()
    expect(box().getAttribute('aria-expanded')).toBe('true')
    await userEvent.keyboard('{ArrowDown}')
    const active = screen.getByRole('option', { name: /Beach/ })
    expect(active.getAttribute('aria-selected')).toBe('true')
    expect(box().getAttribute('aria-activedescendant')).toBe(active.id)
    await userEvent.keyboard('{Enter}')
    expect(narrowing()).toMatchObject({ text: '', categoryIds: [7] })
    expect(document.activeElement).toBe(box())
    expect(box()).toHaveProperty('value', '')
  })

  it('takes chips away with Backspace, the last first, but only when nothing is typed', async () => {
    useView.getState().narrow({ categoryIds: [7, 8], dates: { fromMs: 0, toMs: 1, label: '1970' } })
    renderWithLibrary(<Box />, handlers)
    await userEvent.type(box(), 'x{Backspace}')
    expect(narrowing().dates).not.toBeNull()
    await userEvent.keyboard('{Backspace}')
    expect(narrowing()).toMatchObject({ dates: null, categoryIds: [7, 8] })
    await userEvent.keyboard('{Backspace}')
    expect(narrowing().categoryIds).toEqual([7])
  })

  it('closes the list with the first Esc and clears everything with the second', async () => {
    useView.getState().narrow({ categoryIds: [9] })
    renderWithLibrary(<Box />, handlers)
    await userEvent.type(box(), 'be')
    await screen.findByRole('option', { name: /Beach/ })
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('option')).toBeNull()
    expect(box()).toHaveProperty('value', 'be')
    await userEvent.keyboard('{Escape}')
    expect(box()).toHaveProperty('value', '')
    expect(narrowing()).toMatchObject({ text: '', categoryIds: [] })
  })

  it('follows when the search is cleared elsewhere', async () => {
    renderWithLibrary(<Box />, handlers)
    await userEvent.type(box(), 'cake')
    await waitFor(() => expect(narrowing().text).toBe('cake'))
    useView.getState().clearNarrowing()
    await waitFor(() => expect(box()).toHaveProperty('value', ''))
  })
})
