import { describe, expect, it } from 'vitest'
import { type BandsLayout, layOutBands } from './band-layout.ts'
import { cursorAfter } from './cursor-after.ts'
import { nextAfter } from './next-after.ts'
import { sampleBand } from './sample-bands.ts'
import { unansweredAbove } from './unanswered-above.ts'

function layOut(sure: readonly number[], unsure: readonly number[]): BandsLayout {
  return layOutBands({ sure: sampleBand(sure), unsure: sampleBand(unsure), not: sampleBand([]) }, 600, 100)
}

const layout = layOutBands(
  {
    sure: sampleBand([1, 2, 3], { flags: Uint8Array.of(3, 1, 1) }),
    unsure: sampleBand([4, 5, 6, 7]),
    not: sampleBand([8, 9], { flags: Uint8Array.of(17, 1) }),
  },
  600,
  100,
)

describe('what comes after an answer', () => {
  it('is the next photo of the band, and at its end the one before', () => {
    expect(nextAfter(layout, new Set([5]), 4)).toBe(6)
    expect(nextAfter(layout, new Set([5, 6]), 4)).toBe(7)
    expect(nextAfter(layout, new Set([7]), 6)).toBe(6)
    expect(nextAfter(layout, new Set([4, 5, 6, 7]), 6)).toBeUndefined()
  })

  it('is the photo itself where others were answered', () => {
    expect(nextAfter(layout, new Set([8]), 4)).toBe(5)
    expect(nextAfter(layout, new Set([8]), -1)).toBeUndefined()
  })
})

describe('all above here', () => {
  it('are those of the band down to here that have no answer', () => {
    expect(unansweredAbove(layout, 6)).toEqual([4, 5, 6])
    expect(unansweredAbove(layout, 3)).toEqual([2, 3])
    expect(unansweredAbove(layout, 8)).toEqual([])
    expect(unansweredAbove(layout, 99)).toEqual([])
    expect(unansweredAbove(layout, null)).toEqual([])
  })
})

describe('the keyboard, when Winnow learned', () => {
  const before = layOut([1, 2], [4, 5, 6])

  it('stays on its photo while that stays in its band', () => {
    expect(cursorAfter(before, layOut([2], [6, 5, 4]), 5)).toBeUndefined()
  })

  it('stays where it was in its band when the photo goes', () => {
    expect(cursorAfter(before, layOut([1, 2, 5], [4, 6]), 5)).toBe(6)
    expect(cursorAfter(before, layOut([1, 2, 6], [4, 5]), 6)).toBe(5)
    expect(cursorAfter(before, layOut([1, 2, 4, 5, 6], []), 6)).toBeUndefined()
  })
})
