import { describe, expect, it } from 'vitest'
import { combineWords } from './combine-words.ts'
import { zeroShotDirection } from './zero-shot-direction.ts'

const rounded = (vector: Float32Array): number[] => [...vector].map((value) => Math.round(value * 1e4) / 1e4)
const east = Float32Array.of(1, 0)
const north = Float32Array.of(0, 1)

describe('zeroShotDirection', () => {
  it('gives every prompt the same weight, however long its embedding', () => {
    expect(rounded(zeroShotDirection([Float32Array.of(10, 0), Float32Array.of(0, 0.1)]))).toEqual([0.7071, 0.7071])
  })

  it('needs a prompt', () => {
    expect(() => zeroShotDirection([])).toThrow(RangeError)
  })
})

describe('combineWords', () => {
  it('goes between its phrases', () => {
    expect(rounded(combineWords([east, north], []))).toEqual([0.7071, 0.7071])
  })

  it('turns away from what it is not', () => {
    const turned = combineWords([Float32Array.of(0.8, 0.6)], [north])
    expect(rounded(turned)).toEqual([0.9923, 0.124])
  })

  it('is the words alone when nothing is excluded', () => {
    expect(rounded(combineWords([east], []))).toEqual([1, 0])
  })
})
