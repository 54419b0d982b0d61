import { expect, test } from 'vitest'
import { calibrationStep } from './calibration-step.ts'

test('calibrates at 200, 1,000, 5,000 and at each doubling', () => {
  const steps = [0, 199, 200, 999, 1000, 4999, 5000, 9999, 10_000, 20_000, 79_999, 80_000].map(calibrationStep)
  expect(steps).toEqual([0, 0, 200, 200, 1000, 1000, 5000, 5000, 10_000, 20_000, 40_000, 80_000])
})
