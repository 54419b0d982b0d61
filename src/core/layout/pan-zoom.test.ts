import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitted, kept, zoomedAt } from './pan-zoom.ts'

const stage = { widthPx: 1000, heightPx: 500 }
const picture = { widthPx: 4000, heightPx: 3000 }

describe('fitted', () => {
  test('shows the whole picture, and a small one doubled', () => {
    expect(fitted(picture, stage)).toEqual({ scale: 500 / 3000, xPx: 0, yPx: 0 })
    expect(fitted({ widthPx: 200, heightPx: 100 }, stage).scale).toBe(2)
  })
})

describe('zoomedAt', () => {
  test('keeps what is under the pointer under it', () => {
    const point = fc.record({ xPx: fc.integer({ min: -300, max: 300 }), yPx: fc.integer({ min: -200, max: 200 }) })
    const scales = fc.tuple(fc.double({ min: 0.5, max: 3, noNaN: true }), fc.double({ min: 0.5, max: 3, noNaN: true }))
    fc.assert(
      fc.property(point, scales, (point, [from, to]) => {
        const before = kept({ scale: from, xPx: 0, yPx: 0 }, picture, stage)
        const after = zoomedAt(before, Math.max(from, to), point, picture, stage)
        const under = (view: typeof before): readonly number[] => [
          (point.xPx - view.xPx) / view.scale,
          (point.yPx - view.yPx) / view.scale,
        ]
        expect(under(after)[0]).toBeCloseTo(under(before)[0]!, 6)
        expect(under(after)[1]).toBeCloseTo(under(before)[1]!, 6)
      }),
    )
  })

  test('never gets smaller than fitted or larger than eight pixels a pixel', () => {
    const view = fitted(picture, stage)
    expect(zoomedAt(view, 0.0001, { xPx: 5, yPx: 5 }, picture, stage)).toEqual(view)
    expect(zoomedAt(view, 1000, { xPx: 0, yPx: 0 }, picture, stage).scale).toBe(8)
  })
})

describe('kept', () => {
  test('leaves no gap at an edge of a picture larger than the stage', () => {
    expect(kept({ scale: 1, xPx: 9999, yPx: -9999 }, picture, stage)).toEqual({ scale: 1, xPx: 1500, yPx: -1250 })
  })

  test('centres a picture smaller than the stage', () => {
    expect(kept({ scale: 0.1, xPx: 50, yPx: 50 }, picture, stage)).toEqual({ scale: 0.1, xPx: 0, yPx: 0 })
  })
})
