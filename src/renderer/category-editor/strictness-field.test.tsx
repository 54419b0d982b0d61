import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ReactNode, useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { StrictnessField } from './strictness-field.tsx'
import { sureCountAt } from './sure-count.ts'

const counts = [500, 420, 300, 240, 200, 180, 150, 100, 60, 20, 0]
let kept: number | null = null

function Field(): ReactNode {
  const [strictness, setStrictness] = useState(0.5)
  return (
    <StrictnessField
      strictness={strictness}
      sureCount={sureCountAt(counts, strictness)}
      precision="About 9 of 10 shown are right."
      onChange={setStrictness}
      onCommit={(value) => {
        kept = value
      }}
    />
  )
}

describe('the slider from strict to loose', () => {
  afterEach(cleanup)

  it('counts with every step, and says it in words', async () => {
    render(<Field />)
    const slider = screen.getByRole('slider', { name: /strict to loose/ })
    expect(screen.getByText('180 photos')).toBeDefined()
    slider.focus()
    await userEvent.keyboard('{End}')
    expect(screen.getByText('500 photos')).toBeDefined()
    expect(slider.getAttribute('aria-valuetext')).toBe('very loose, 500 photos, About 9 of 10 shown are right.')
    expect(kept).toBe(0)
    await userEvent.keyboard('{Home}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}')
    expect(screen.getByText('20 photos')).toBeDefined()
    expect(kept).toBeCloseTo(0.9)
  })
})
