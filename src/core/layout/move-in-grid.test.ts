import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowOfPhoto } from './find-row.ts'
import type { JustifiedLayout } from './justified-rows.ts'
import { layOutRows } from './justified-rows.ts'
import type { GridMove } from './move-in-grid.ts'
import { middleOfPhoto, moveInGrid } from './move-in-grid.ts'

function squares(count: number): JustifiedLayout {
  return layOutRows(new Uint16Array(count).fill(1000), [{ start: 0, headerHeightPx: 0 }], {
    widthPx: 516,
    rowHeightPx: 100,
    gapPx: 4,
    sectionGapPx: 0,
  })
}

/** Five squares of 100 in each row. */
const grid = squares(23)

function move(from: number, by: GridMove, columnXPx = middleOfPhoto(grid, from)): number {
  return moveInGrid(grid, from, by, { columnXPx, pageHeightPx: 250 })
}

describe('moveInGrid', () => {
  test('goes one photo on and back, and stops at the ends', () => {
    expect([move(0, 'left'), move(7, 'left'), move(7, 'right'), move(22, 'right')]).toEqual([0, 6, 8, 22])
  })

  test('goes to the row above and below in the same column, and stays at the edges', () => {
    expect([move(7, 'up'), move(7, 'down'), move(2, 'up'), move(21, 'down')]).toEqual([2, 12, 2, 21])
  })

  test('keeps to a column over a short row', () => {
    expect(moveInGrid(grid, 19, 'down', { columnXPx: middleOfPhoto(grid, 19), pageHeightPx: 250 })).toBe(22)
    expect(moveInGrid(grid, 22, 'up', { columnXPx: middleOfPhoto(grid, 19), pageHeightPx: 250 })).toBe(19)
  })

  test('goes a page of two rows', () => {
    expect([move(1, 'page-down'), move(11, 'page-up'), move(16, 'page-down')]).toEqual([11, 1, 21])
  })

  test('goes at least one row even where a row is higher than the page', () => {
    expect(moveInGrid(grid, 1, 'page-down', { columnXPx: 150, pageHeightPx: 10 })).toBe(6)
  })

  test('goes to the first and the last', () => {
    expect([move(12, 'first'), move(12, 'last')]).toEqual([0, 22])
  })

  test('down and then up in one column comes back, wherever it began', () => {
    const aspects = fc.array(fc.integer({ min: 400, max: 3000 }), { minLength: 1, maxLength: 100 })
    fc.assert(
      fc.property(aspects, fc.nat(), (aspects, at) => {
        const layout = layOutRows(Uint16Array.from(aspects), [{ start: 0, headerHeightPx: 0 }], {
          widthPx: 900,
          rowHeightPx: 200,
          gapPx: 4,
          sectionGapPx: 0,
        })
        const from = at % aspects.length
        const options = { columnXPx: middleOfPhoto(layout, from), pageHeightPx: 600 }
        const below = moveInGrid(layout, from, 'down', options)
        if (rowOfPhoto(layout, from) < layout.rowCount - 1)
          expect(rowOfPhoto(layout, below)).toBe(rowOfPhoto(layout, from) + 1)
        else expect(below).toBe(from)
        if (below !== from) expect(moveInGrid(layout, below, 'up', options)).toBe(from)
      }),
    )
  })
})
