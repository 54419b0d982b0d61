import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowOfPhoto, rowsBetween } from '../../core/layout/find-row.ts'
import { layOutRows } from '../../core/layout/justified-rows.ts'
import { visibleRows } from './visible-rows.ts'

test('is the rows near the band and the kept one, each once and in its section', () => {
  const anyCase = fc.record({
    aspects: fc.array(fc.integer({ min: 500, max: 2000 }), { minLength: 1, maxLength: 150 }),
    cuts: fc.array(fc.nat(), { maxLength: 6 }),
    topPx: fc.nat(4000),
    kept: fc.option(fc.nat(), { nil: null }),
  })
  fc.assert(
    fc.property(anyCase, ({ aspects, cuts, topPx, kept }) => {
      const starts = [...new Set([0, ...cuts.map((cut) => cut % aspects.length)])].toSorted((a, b) => a - b)
      const sections = starts.map((start) => ({ start, headerHeightPx: 44 }))
      const options = { widthPx: 900, rowHeightPx: 150, gapPx: 4, sectionGapPx: 20 }
      const rows = layOutRows(Uint16Array.from(aspects), sections, options)
      const keptPhoto = kept === null ? -1 : kept % aspects.length
      const parts = visibleRows(rows, { topPx, heightPx: 500, marginPx: 200 }, keptPhoto)

      const shown = parts.flatMap(({ section, firstRow, stopRow, keptRow }) => {
        const own = Array.from({ length: stopRow - firstRow }, (_, i) => firstRow + i)
        const all = keptRow === -1 ? own : [...own, keptRow]
        for (const row of all) {
          expect(row).toBeGreaterThanOrEqual(rows.sectionRow[section]!)
          expect(row).toBeLessThan(rows.sectionRow[section + 1]!)
        }
        return all
      })
      const [first, stop] = rowsBetween(rows, topPx - 200, topPx + 700)
      const wanted = new Set(Array.from({ length: stop - first }, (_, i) => first + i))
      if (keptPhoto !== -1) wanted.add(rowOfPhoto(rows, keptPhoto))
      expect(shown.toSorted((a, b) => a - b)).toEqual([...wanted].toSorted((a, b) => a - b))
      expect(new Set(parts.map((part) => part.section)).size).toBe(parts.length)
    }),
  )
})
