import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ReactNode, useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { TooltipProvider } from '../controls/tooltip.tsx'
import { WordsField } from './words-field.tsx'

const onDone = vi.fn<() => void>()

function Field(): ReactNode {
  const [current, setCurrent] = useState<readonly string[]>([])
  const [pending, setPending] = useState('')
  return (
    <TooltipProvider>
      <WordsField
        label="What it looks like"
        hint=""
        placeholder=""
        words={current}
        onChange={setCurrent}
        pending={pending}
        onPending={setPending}
        onDone={onDone}
      />
    </TooltipProvider>
  )
}

/** Read off the chips. */
const words = (): readonly (string | undefined)[] =>
  screen
    .queryAllByRole('button', { name: /^Remove/ })
    .map((button) => /“(.*)”/.exec(button.getAttribute('aria-label') ?? '')?.[1])

const field = (): HTMLElement => screen.getByRole('textbox', { name: 'What it looks like' })

describe('the field for wordings', () => {
  afterEach(() => {
    cleanup()
    onDone.mockReset()
  })

  it('adds with Enter and with a comma, and is done with Enter when empty', async () => {
    render(<Field />)
    await userEvent.type(field(), 'a red bicycle{Enter}old bike,')
    expect(words()).toEqual(['a red bicycle', 'old bike'])
    expect(onDone).not.toHaveBeenCalled()
    await userEvent.keyboard('{Enter}')
    expect(onDone).toHaveBeenCalledOnce()
  })

  it('adds each line and comma of a pasted list', async () => {
    render(<Field />)
    await userEvent.click(field())
    await userEvent.paste('bike, tandem\nunicycle')
    expect(words()).toEqual(['bike', 'tandem', 'unicycle'])
  })

  it('takes the last back with Backspace, and any with its button', async () => {
    render(<Field />)
    await userEvent.type(field(), 'one,two,three,{Backspace}')
    expect(words()).toEqual(['one', 'two'])
    await userEvent.click(screen.getByRole('button', { name: 'Remove “one”' }))
    expect(words()).toEqual(['two'])
    expect(document.activeElement).toBe(field())
  })

  it('keeps what was typed when it is left', async () => {
    render(<Field />)
    await userEvent.type(field(), 'half a thought')
    await userEvent.tab()
    expect(words()).toEqual(['half a thought'])
  })
})
