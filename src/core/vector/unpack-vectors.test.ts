import { describe, expect, it } from 'vitest'
import { encodeFloat16 } from './float16.ts'
import { packFloat32, unpackVectors } from './unpack-vectors.ts'
import { rowOf } from './vector-matrix.ts'

describe('unpackVectors', () => {
  it('reads rows of float16', () => {
    const matrix = unpackVectors(encodeFloat16(Float32Array.of(1, 2, 3, 4, 5, 6)), 3, 'float16le')
    expect(matrix).toMatchObject({ rows: 2, dim: 3 })
    expect([...rowOf(matrix, 1)]).toEqual([4, 5, 6])
  })

  it('reads rows of float32 that begin anywhere in a buffer', () => {
    const packed = packFloat32(Float32Array.of(0.5, -0.25))
    const shifted = new Uint8Array(packed.length + 3)
    shifted.set(packed, 3)
    const matrix = unpackVectors(shifted.subarray(3), 1, 'float32le')
    expect([...matrix.data]).toEqual([0.5, -0.25])
  })

  it('writes little-endian', () => {
    expect([...packFloat32(Float32Array.of(1))]).toEqual([0, 0, 0x80, 0x3f])
  })

  it('refuses a row that is cut off', () => {
    expect(() => unpackVectors(new Uint8Array(10), 2, 'float32le')).toThrow('10 bytes are not whole rows of 8')
  })
})
