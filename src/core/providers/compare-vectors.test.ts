import { expect, test } from 'vitest'
import { compareVectors } from './compare-vectors.ts'

const reference = Float32Array.of(1, 0, 0, 0.6, 0.8, 0)

test('vectors that differ by what float16 rounds away are right, whatever their length', () => {
  const near = Float32Array.of(2, 0.01, 0, 0.601, 0.799, 0.0005)
  const { isRight, similarity } = compareVectors(reference, near, 3)
  expect(isRight).toBe(true)
  expect(similarity).toBeGreaterThan(0.999)
  expect(compareVectors(reference, reference, 3)).toEqual({ isRight: true, similarity: expect.closeTo(1, 6) })
})

test('one wrong picture among many is enough', () => {
  const swapped = Float32Array.of(1, 0, 0, 0.8, 0.6, 0)
  expect(compareVectors(reference, swapped, 3)).toEqual({ isRight: false, similarity: expect.closeTo(0.96, 5) })
})

test('numbers that are none are no cosine, zeros look like nothing, and too few are not compared', () => {
  expect(compareVectors(reference, Float32Array.of(1, 0, 0, 0.6, Number.NaN, 0), 3)).toEqual({
    isRight: false,
    similarity: null,
  })
  expect(compareVectors(reference, Float32Array.of(1, 0, 0, 0.6, Infinity, 0), 3).similarity).toBeNull()
  expect(compareVectors(reference, new Float32Array(6), 3)).toEqual({ isRight: false, similarity: 0 })
  expect(compareVectors(reference, Float32Array.of(1, 0, 0), 3).isRight).toBe(false)
  expect(() => compareVectors(new Float32Array(0), new Float32Array(0), 3)).toThrow(RangeError)
})
