import { expect, it } from 'vitest'
import { restartDelayMs } from './restart-delay.ts'

it('waits longer with each crash and gives up in the end', () => {
  const crashes = [0, 1, 2, 3, 4].map((index) => 1_000_000 + index * 5000)
  const delays = crashes.map((atMs, index) => restartDelayMs(crashes.slice(0, index + 1), atMs))
  expect(delays).toEqual([100, 1000, 4000, 15_000, undefined])
})

it('forgives what is a minute ago', () => {
  expect(restartDelayMs([0, 1, 2, 3, 100_000], 100_000)).toBe(100)
})
