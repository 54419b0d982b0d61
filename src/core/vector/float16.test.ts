import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeFloat16, encodeFloat16 } from './float16.ts'

const bitsOf = (value: number): number => new DataView(encodeFloat16(Float32Array.of(value)).buffer).getUint16(0, true)
const isNan = (bits: number): boolean => (bits & 0x7c00) === 0x7c00 && (bits & 0x3ff) !== 0
const roundTrip = (value: number): number => decodeFloat16(encodeFloat16(Float32Array.of(value)))[0]!

describe('encodeFloat16', () => {
  it.each([
    [0, 0x0000],
    [-0, 0x8000],
    [1, 0x3c00],
    [-2, 0xc000],
    [65504, 0x7bff],
    [65520, 0x7c00],
    [1e9, 0x7c00],
    [-Infinity, 0xfc00],
    [2 ** -14, 0x0400],
    [2 ** -24, 0x0001],
    [2 ** -26, 0x0000],
    [1 / 3, 0x3555],
  ])('writes %s as IEEE 754 has it', (value, bits) => {
    expect(bitsOf(value)).toBe(bits)
  })

  it('rounds half-way values to the even neighbour', () => {
    expect(bitsOf(1 + 1 / 2048)).toBe(0x3c00)
    expect(bitsOf(1 + 3 / 2048)).toBe(0x3c02)
    expect(bitsOf(2 ** -25)).toBe(0x0000)
    expect(bitsOf(1.5 * 2 ** -24)).toBe(0x0002)
  })

  it('carries into the exponent', () => {
    expect(bitsOf(1.99999)).toBe(0x4000)
    expect(bitsOf(2 ** -14 - 2 ** -26)).toBe(0x0400)
  })

  it('keeps NaN', () => {
    expect(roundTrip(NaN)).toBeNaN()
  })
})

describe('decodeFloat16', () => {
  it('gives back every half there is', () => {
    const bytes = new Uint8Array(0x20000)
    const view = new DataView(bytes.buffer)
    for (let bits = 0; bits < 0x10000; bits++) view.setUint16(bits * 2, bits, true)
    const values = decodeFloat16(bytes)
    const again = new DataView(encodeFloat16(values).buffer)
    const different: number[] = []
    for (let bits = 0; bits < 0x10000; bits++) {
      if (!isNan(bits) && again.getUint16(bits * 2, true) !== bits) different.push(bits)
    }
    expect(different).toEqual([])
  })

  it('is off by at most half a step for numbers of a unit vector', () => {
    fc.assert(
      fc.property(fc.float({ min: -1, max: 1, noNaN: true }), (value) => {
        expect(Math.abs(roundTrip(value) - value)).toBeLessThanOrEqual(Math.max(2 ** -25, Math.abs(value) * 2 ** -11))
      }),
    )
  })

  it('refuses half a number', () => {
    expect(() => decodeFloat16(new Uint8Array(3))).toThrow(RangeError)
  })
})
