import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workingSize } from './working-size.ts'

const frame = { widthPx: 260, heightPx: 260 }

describe('workingSize', () => {
  it.each([
    ['a 12 megapixel photo', [4000, 3000], [768, 576]],
    ['the same upright', [3000, 4000], [576, 768]],
    ['a photo that is small already', [640, 480], [640, 480]],
    ['a tiny one', [3, 2], [3, 2]],
    ['a panorama keeps its short side', [10_000, 1000], [3640, 364]],
    ['a long strip keeps to the pixels allowed', [60_000, 1000], [15_492, 258]],
  ])('%s', (_, [widthPx, heightPx], [width, height]) => {
    expect(workingSize({ widthPx: widthPx!, heightPx: heightPx! }, frame)).toEqual({ widthPx: width, heightPx: height })
  })

  it('grows with the frame of the model', () => {
    expect(workingSize({ widthPx: 4000, heightPx: 3000 }, { widthPx: 512, heightPx: 512 })).toEqual({
      widthPx: 1024,
      heightPx: 768,
    })
  })

  it('never enlarges and never exceeds its memory', () => {
    const side = fc.integer({ min: 1, max: 100_000 })
    fc.assert(
      fc.property(side, side, (widthPx, heightPx) => {
        const size = workingSize({ widthPx, heightPx }, frame)
        expect(size.widthPx).toBeLessThanOrEqual(widthPx)
        expect(size.heightPx).toBeLessThanOrEqual(heightPx)
        expect(size.widthPx * size.heightPx).toBeLessThanOrEqual(4_100_000)
      }),
    )
  })
})
