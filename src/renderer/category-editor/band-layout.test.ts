import { describe, expect, it } from 'vitest'
import { bandAt, boxAt, indexAtPoint, layOutBands, moveInBands, photoAt } from './band-layout.ts'
import { sampleBand } from './sample-bands.ts'

const range = (from: number, count: number): readonly number[] => Array.from({ length: count }, (_, i) => from + i)
/** Three bands, the middle one empty; rows of six at this width. */
const layout = layOutBands(
  { sure: sampleBand(range(1, 10)), unsure: sampleBand([]), not: sampleBand(range(101, 6), { count: 50 }) },
  612,
  100,
)
const options = { pageHeightPx: 1, columnXPx: 75 }

describe('three bands, laid out', () => {
  it('number their photos through, and find them again', () => {
    expect(layout.photoCount).toBe(16)
    expect([0, 9, 10, 15].map((index) => photoAt(layout, index))).toEqual([1, 10, 101, 106])
    expect(layout.indexOfPhoto.get(103)).toBe(12)
    expect([bandAt(layout, 9).band, bandAt(layout, 10).band]).toEqual(['sure', 'not'])
  })

  it('follow each other without overlap', () => {
    const [sure, unsure, not] = layout.bands
    expect(unsure!.headingTopPx).toBe(sure!.rowsTopPx + sure!.heightPx)
    expect(not!.headingTopPx).toBe(unsure!.rowsTopPx + unsure!.heightPx)
    expect(boxAt(layout, 10).topPx).toBe(not!.rowsTopPx)
  })

  it('know the photo at every point', () => {
    for (let index = 0; index < layout.photoCount; index++) {
      const { leftPx, topPx, widthPx, heightPx } = boxAt(layout, index)
      expect(indexAtPoint(layout, leftPx + widthPx / 2, topPx + heightPx / 2)).toBe(index)
    }
    expect(indexAtPoint(layout, 10, 2)).toBeUndefined()
  })

  it('are walked as one, over an empty band too, keeping to the column', () => {
    expect(moveInBands(layout, 9, 'right', options)).toBe(10)
    expect(moveInBands(layout, 10, 'left', options)).toBe(9)
    expect(moveInBands(layout, 8, 'down', options)).toBe(10)
    expect(moveInBands(layout, 11, 'up', { ...options, columnXPx: 330 })).toBe(9)
    expect(moveInBands(layout, 0, 'up', options)).toBe(0)
    expect(moveInBands(layout, 14, 'page-down', options)).toBe(14)
    expect(moveInBands(layout, 3, 'last', options)).toBe(15)
  })
})
