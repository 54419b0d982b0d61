import { unpackVectors } from '../../core/vector/unpack-vectors.ts'

/** The vectors of a reply: float32, little-endian, one after the other, `dim` numbers each. */
export function rowsOf(base64: string, dim: number): readonly Float32Array[] {
  const matrix = unpackVectors(Buffer.from(base64, 'base64'), dim, 'float32le')
  return Array.from({ length: matrix.rows }, (_, row) => matrix.data.subarray(row * dim, (row + 1) * dim))
}

/** How far from 1 the length of a vector may be: more than float16 rounds away. */
const tolerance = 0.01

/** Whether a vector has length 1; one with a number that is not finite has not. */
export function isUnitVector(vector: Float32Array): boolean {
  let squares = 0
  for (const value of vector) squares += value * value
  return Math.abs(Math.sqrt(squares) - 1) <= tolerance
}
