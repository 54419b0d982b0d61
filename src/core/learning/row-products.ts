import { z } from 'zod'
import type { VectorMatrix } from '../vector/vector-matrix.ts'
import { rowKernelBase64 } from './row-kernel.ts'

/** A matrix that is multiplied many times. Good until `rowProducts` is called again. */
export interface RowProducts {
  /** Each row's inner product with a vector of `dim` numbers. A view, overwritten by the next call. */
  multiply(vector: ArrayLike<number>): Float32Array
  /** Inner products of the first `count` rows with row `row`. A view, overwritten by the next call. */
  multiplyByRow(row: number, count: number): Float32Array
  /** All rows added up, each times its share. A view, overwritten by the next call. */
  addUp(shares: ArrayLike<number>): Float32Array
}

/** The functions of row-kernel.wat; addresses are bytes in `memory`. */
const kernelSchema = z.object({
  memory: z.instanceof(WebAssembly.Memory),
  multiply: z.custom<(row: number, count: number, rowBytes: number, vector: number, out: number) => void>(
    (value) => typeof value === 'function',
  ),
  addUp: z.custom<(row: number, count: number, rowBytes: number, share: number, sum: number) => void>(
    (value) => typeof value === 'function',
  ),
})

const pageBytes = 65_536
/** Numbers that one step of the kernel takes. */
const step = 8

// One memory for all, since each reserves gigabytes of addresses: rows of one problem at a time lie in it.
let loaded: z.infer<typeof kernelSchema> | undefined

/** Products in float32, four at a time: three to eight times as fast as a loop in JavaScript. */
export function rowProducts({ data, rows, dim }: VectorMatrix): RowProducts {
  loaded ??= kernelSchema.parse(
    new WebAssembly.Instance(
      new WebAssembly.Module(Uint8Array.from(atob(rowKernelBase64), (character) => character.charCodeAt(0))),
    ).exports,
  )
  const { memory, multiply, addUp } = loaded
  const padded = Math.ceil(dim / step) * step
  const rowBytes = padded * 4
  const columnAt = rowBytes
  const rowsAt = columnAt + Math.ceil(rows / 4) * 16
  const needed = rowsAt + rows * rowBytes
  if (needed > memory.buffer.byteLength) {
    memory.grow(Math.ceil((needed - memory.buffer.byteLength) / pageBytes))
  }
  const vector = new Float32Array(memory.buffer, 0, padded)
  const column = new Float32Array(memory.buffer, columnAt, rows)
  const stored = new Float32Array(memory.buffer, rowsAt, rows * padded)
  stored.fill(0)
  for (let row = 0; row < rows; row++) stored.set(data.subarray(row * dim, (row + 1) * dim), row * padded)

  return {
    multiply(values) {
      vector.fill(0)
      vector.set(values)
      multiply(rowsAt, rows, rowBytes, 0, columnAt)
      return column
    },
    multiplyByRow(row, count) {
      multiply(rowsAt, count, rowBytes, rowsAt + row * rowBytes, columnAt)
      return column.subarray(0, count)
    },
    addUp(shares) {
      vector.fill(0)
      column.set(shares)
      addUp(rowsAt, rows, rowBytes, columnAt, 0)
      return vector.subarray(0, dim)
    },
  }
}
