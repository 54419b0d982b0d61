import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planResize } from './plan-resize.ts'

const frame = { width: 224, height: 224 }

describe('planResize', () => {
  it('squashes without looking at the aspect', () => {
    expect(planResize({ ...frame, resize: 'squash' }, { widthPx: 4000, heightPx: 10 })).toEqual({
      to: { widthPx: 224, heightPx: 224 },
      offsetLeftPx: 0,
      offsetTopPx: 0,
    })
  })

  it('fills the frame by the shortest side, as torchvision rounds it', () => {
    expect(planResize({ ...frame, resize: 'shortest' }, { widthPx: 640, heightPx: 427 })).toEqual({
      to: { widthPx: 335, heightPx: 224 },
      offsetLeftPx: 55,
      offsetTopPx: 0,
    })
  })

  it('fits inside the frame by the longest side', () => {
    expect(planResize({ ...frame, resize: 'longest' }, { widthPx: 427, heightPx: 640 })).toEqual({
      to: { widthPx: 149, heightPx: 224 },
      offsetLeftPx: -38,
      offsetTopPx: 0,
    })
  })

  it('never asks for more memory than a few frames, whatever the source', () => {
    const side = fc.integer({ min: 1, max: 100_000 })
    fc.assert(
      fc.property(side, side, fc.constantFrom('squash', 'shortest', 'longest'), (widthPx, heightPx, resize) => {
        const { to, offsetLeftPx, offsetTopPx } = planResize({ ...frame, resize }, { widthPx, heightPx })
        expect(to.widthPx * to.heightPx).toBeLessThanOrEqual(16 * 224 * 224)
        expect(Math.min(to.widthPx, to.heightPx)).toBeGreaterThanOrEqual(1)
        if (resize === 'shortest') expect(Math.min(offsetLeftPx, offsetTopPx)).toBe(0)
        if (resize === 'longest') expect(Math.max(offsetLeftPx, offsetTopPx)).toBe(0)
      }),
    )
  })
})
