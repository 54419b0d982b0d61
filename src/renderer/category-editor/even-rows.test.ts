import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { layOutEvenRows } from './even-rows.ts'

it('keeps every tile within the width, alike and apart', () => {
  const sizes = fc.record({
    widthPx: fc.integer({ min: 200, max: 3000 }),
    wishedTilePx: fc.integer({ min: 60, max: 220 }),
    gapPx: fc.constant(4),
  })
  fc.assert(
    fc.property(fc.nat(300), sizes, (photoCount, options) => {
      const rows = layOutEvenRows(photoCount, options)
      expect(rows.rowStart.at(-1)).toBe(photoCount)
      for (let photo = 0; photo < photoCount; photo++) {
        const right = rows.left[photo]! + rows.width[photo]!
        expect(right).toBeLessThanOrEqual(options.widthPx)
        expect(rows.width[photo]).toBe(rows.rowHeight[0])
        const next = rows.left[photo + 1]
        if (next !== undefined && next > 0) expect(next - right).toBeGreaterThanOrEqual(options.gapPx)
      }
    }),
  )
})
