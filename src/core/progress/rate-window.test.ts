import { expect, test } from 'vitest'
import { createRateWindow } from './rate-window.ts'

test('speed is that of the window, and time left is said only when it is known', () => {
  const window = createRateWindow(10_000)
  expect([window.perSecond(0), window.secondsLeft(100, 0)]).toEqual([0, null])
  for (let second = 0; second <= 2; second++) window.add(20, second * 1000)
  expect([window.perSecond(2000), window.secondsLeft(100, 2000)]).toEqual([20, null])
  for (let second = 3; second <= 30; second++) window.add(50, second * 1000)
  expect([window.perSecond(30_000), window.secondsLeft(100, 30_000)]).toEqual([50, 2])
  expect(window.perSecond(60_000)).toBe(0)
  window.reset()
  expect(window.secondsLeft(100, 60_000)).toBe(null)
})
