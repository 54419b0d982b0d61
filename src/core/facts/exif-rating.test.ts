import { expect, it } from 'vitest'
import { exifRating } from './exif-rating.ts'

it.each([
  [{ stars: 3, percent: 50 }, 3],
  [{ stars: [4], percent: undefined }, 4],
  [{ stars: undefined, percent: 1 }, 1],
  [{ stars: undefined, percent: 25 }, 2],
  [{ stars: undefined, percent: 50 }, 3],
  [{ stars: undefined, percent: 75 }, 4],
  [{ stars: undefined, percent: 99 }, 5],
  [{ stars: undefined, percent: 0 }, 0],
  [{ stars: 77, percent: 99 }, 5],
])('reads %j as %j stars', (values, stars) => {
  expect(exifRating(values)).toEqual({ stars })
})

it.each([
  { stars: undefined, percent: undefined },
  { stars: '5', percent: null },
  { stars: [], percent: {} },
  { stars: -3, percent: 101 },
  { stars: NaN, percent: Infinity },
])('finds none in %j', (values) => {
  expect(exifRating(values)).toBeNull()
})
