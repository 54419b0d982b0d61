import { expect, test } from 'vitest'
import { nextTile } from './use-roving-tiles.ts'

// Two rows of three, and one more below.
const places = [0, 1, 2, 3, 4, 5, 6].map((tile) => ({ left: (tile % 3) * 100, top: Math.floor(tile / 3) * 100 }))

test.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 6, 6],
  ['ArrowLeft', 0, 0],
  ['ArrowDown', 1, 4],
  ['ArrowDown', 5, 6],
  ['ArrowDown', 6, 6],
  ['ArrowUp', 4, 1],
  ['ArrowUp', 2, 2],
  ['Home', 5, 0],
  ['End', 1, 6],
  ['x', 1, null],
])('%s from tile %i goes to %s', (key, from, to) => {
  expect(nextTile(key, from, places)).toBe(to)
})
