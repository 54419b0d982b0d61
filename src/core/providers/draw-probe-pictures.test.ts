import { expect, test } from 'vitest'
import { drawProbePictures } from './draw-probe-pictures.ts'
import { median } from './median.ts'

test('pictures are the same each time, differ from each other, and stay in the range of pixels', () => {
  const pictures = drawProbePictures(8, 3 * 32 * 32, 32)
  expect(drawProbePictures(8, 3 * 32 * 32, 32)).toEqual(pictures)
  expect(new Set(pictures.map((picture) => picture.slice(0, 200).join())).size).toBe(8)
  expect(pictures.every((picture) => picture.every((value) => Math.abs(value) <= 2))).toBe(true)
})

test('the median is the middle one, or between the two', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([4, 1, 9, 2])).toBe(3)
  expect(() => median([])).toThrow(RangeError)
})
