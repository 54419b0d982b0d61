import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { TooltipProvider } from '../controls/tooltip.tsx'
import { useCommands } from '../state/commands.ts'
import { useNotice } from '../state/notice-store.ts'
import { Notices } from './notices.tsx'

function Window({ onUndo }: { readonly onUndo: () => void }): ReactNode {
  useCommands({ undo: { run: onUndo } })
  return (
    <TooltipProvider>
      <Notices />
    </TooltipProvider>
  )
}

function say(text: string): void {
  act(() => useNotice.getState().say(text, { undoable: true }))
}

function wait(ms: number): void {
  act(() => {
    vi.advanceTimersByTime(ms)
  })
}

describe('Notices', () => {
  const undo = vi.fn()

  beforeEach(() => {
    vi.useFakeTimers()
    undo.mockClear()
    useNotice.setState({ notice: null })
    render(<Window onUndo={undo} />)
  })
  afterEach(() => {
    cleanup()
    vi.useRealTimers()
  })

  test('keep what was done on screen for eight seconds at least, and not for ever', () => {
    say('Said no to Dog for 3 photos')
    wait(8000)
    expect(screen.queryByText('Said no to Dog for 3 photos')).not.toBeNull()
    wait(2000)
    expect(screen.queryByText('Said no to Dog for 3 photos')).toBeNull()
  })

  test('stay while pointed at', () => {
    say('Added Pictures')
    const text = screen.getByText('Added Pictures')
    fireEvent.pointerEnter(text.parentElement!)
    wait(60_000)
    expect(screen.queryByText('Added Pictures')).not.toBeNull()
  })

  test('undo what they say, once', () => {
    say('Added Pictures')
    fireEvent.click(screen.getByText('Undo'))
    expect(undo).toHaveBeenCalledOnce()
    expect(screen.queryByText('Added Pictures')).toBeNull()
  })

  test('say problems at once to a screen reader, and offer no undo', () => {
    act(() => useNotice.getState().complain('The disk is full.'))
    const region = screen.getByText('The disk is full.').closest('[aria-live]')
    expect(region?.getAttribute('aria-live')).toBe('assertive')
    expect(screen.queryByText('Undo')).toBeNull()
  })
})
