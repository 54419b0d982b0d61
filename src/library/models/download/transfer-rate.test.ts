import { expect, it } from 'vitest'
import { createTransferRate } from './transfer-rate.ts'

it('tells bytes a second of the last five seconds', () => {
  const rate = createTransferRate()
  expect(rate.bytesPerSecond(0)).toBe(0)
  for (let ms = 0; ms <= 2000; ms++) rate.add(ms * 10, ms)
  expect(rate.bytesPerSecond(2000)).toBe(10_000)
  for (let ms = 2000; ms <= 12_000; ms++) rate.add(20_000 + (ms - 2000) * 30, ms)
  expect(rate.bytesPerSecond(12_000)).toBeCloseTo(30_000, -2)
})

it('falls while nothing comes', () => {
  const rate = createTransferRate()
  rate.add(0, 0)
  rate.add(10_000, 1000)
  expect(rate.bytesPerSecond(4000)).toBe(2500)
})
