import { decodeFloat16 } from './float16.ts'
import type { VectorMatrix } from './vector-matrix.ts'

/** How vectors lie in a file, a row of SQLite or a message; always little-endian, row after row, nothing between. */
export type VectorEncoding = 'float16le' | 'float32le'

/** Bytes to rows of `dim` numbers, in an array of their own. Throws a RangeError when they are not whole rows. */
export function unpackVectors(bytes: Uint8Array, dim: number, encoding: VectorEncoding): VectorMatrix {
  const rowBytes = dim * (encoding === 'float16le' ? 2 : 4)
  if (bytes.length % rowBytes !== 0) {
    throw new RangeError(`unpackVectors: ${bytes.length} bytes are not whole rows of ${rowBytes}`)
  }
  const data = encoding === 'float16le' ? decodeFloat16(bytes) : decodeFloat32(bytes)
  return { data, rows: bytes.length / rowBytes, dim }
}

/** float32, little-endian, four bytes a number, whatever the machine's own byte order and wherever the bytes begin. */
export function packFloat32(values: Float32Array): Uint8Array {
  const bytes = new Uint8Array(values.length * 4)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < values.length; i++) view.setFloat32(i * 4, values[i]!, true)
  return bytes
}

function decodeFloat32(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const values = new Float32Array(bytes.length / 4)
  for (let i = 0; i < values.length; i++) values[i] = view.getFloat32(i * 4, true)
  return values
}
