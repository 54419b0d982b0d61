import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { scanQuery } from './scan-query.ts'

test('weights come back within half a step, zeros at the end are not read', () => {
  const weights = Float32Array.of(0.5, -1, 0.25, 0, 0, 0)
  const query = scanQuery(weights, 2)
  expect(query.values).toHaveLength(16)
  expect(Array.from(query.values.slice(0, 3), (value) => value * query.scale)).toEqual([
    expect.closeTo(0.5, 4),
    expect.closeTo(-1, 4),
    expect.closeTo(0.25, 4),
  ])
  expect(query.bias).toBe(2)
  expect(scanQuery(new Float32Array(768).fill(1, 0, 512), 0).values).toHaveLength(512)
  expect(scanQuery(new Float32Array(8), 3)).toEqual({ values: new Int16Array(0), scale: 0, bias: 3 })
})

test('the largest sum there can be stays within int32, for every length', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 16_384 }), (dim) => {
      const { values } = scanQuery(new Float32Array(dim).fill(1), 0)
      const sum = values.reduce((total, value) => total + value * 127, 0)
      expect(sum).toBeLessThan(2 ** 31)
      expect(values[0]).toBeLessThanOrEqual(16_383)
    }),
  )
})
