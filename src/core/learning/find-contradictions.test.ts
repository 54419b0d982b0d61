import { expect, test } from 'vitest'
import { findContradictions } from './find-contradictions.ts'

const at = (degrees: number, isYes: boolean) => ({
  embedding: Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)),
  isYes,
})

test('finds a yes and a no about one picture, whichever side of even odds they came to lie on', () => {
  const examples = [at(0, true), at(2, false), at(90, false), at(60, true)]
  for (const score of [0.3, -0.3]) {
    expect(findContradictions(examples, Float32Array.of(score, score + 0.05, -3, 2))).toEqual([[0, 1]])
  }
  expect(findContradictions(examples, Float32Array.of(-0.01, 0.01, -3, 2))).toEqual([[0, 1]])
})

test('pictures alike with the same answer, or unlike with other ones, are no contradiction', () => {
  expect(findContradictions([at(0, true), at(1, true), at(30, false)], Float32Array.of(0.1, 0.1, 0.1))).toEqual([])
  expect(findContradictions([], new Float32Array(0))).toEqual([])
})
