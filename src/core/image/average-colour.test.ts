import { describe, expect, it } from 'vitest'
import { averageColour } from './average-colour.ts'

describe('averageColour', () => {
  it('is the mean of each channel', () => {
    expect(averageColour(Uint8Array.from([255, 0, 10, 0, 1, 20]))).toBe(0x80010f)
  })

  it('is the colour itself for one pixel', () => {
    expect(averageColour(Uint8Array.from([0xff, 0x80, 0x01]))).toBe(0xff8001)
  })
})
