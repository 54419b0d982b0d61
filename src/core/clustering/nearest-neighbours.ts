import type { VectorMatrix } from '../vector/vector-matrix.ts'

/** The rows most alike to each row, most alike first, never the row itself. */
export interface Neighbours {
  /** How many a row has: `count` = min(asked, rows - 1). */
  readonly count: number
  /** `rows` x `count`. */
  readonly rows: Int32Array
  /** Inner products, as `rows`. */
  readonly likeness: Float32Array
}

/** Exact, by looking at every pair once: 10,000 rows of 48 numbers take a few seconds. Pauses every few milliseconds. */
export function* nearestNeighbours({ data, rows, dim }: VectorMatrix, asked: number): Generator<undefined, Neighbours> {
  const count = Math.max(0, Math.min(asked, rows - 1))
  const nearest = new Int32Array(rows * count).fill(-1)
  const likeness = new Float32Array(rows * count).fill(-Infinity)
  if (count === 0) return { count, rows: nearest, likeness }
  const last = count - 1

  function offer(row: number, other: number, value: number): void {
    const start = row * count
    if (value <= likeness[start + last]!) return
    let at = last
    while (at > 0 && likeness[start + at - 1]! < value) {
      likeness[start + at] = likeness[start + at - 1]!
      nearest[start + at] = nearest[start + at - 1]!
      at--
    }
    likeness[start + at] = value
    nearest[start + at] = other
  }

  // Blocks of rows that stay in the cache while every other block passes by.
  const block = 128
  for (let fromA = 0; fromA < rows; fromA += block) {
    for (let fromB = 0; fromB <= fromA; fromB += block) {
      for (let a = fromA; a < Math.min(fromA + block, rows); a++) {
        const startA = a * dim
        for (let b = fromB; b < Math.min(fromB + block, a); b++) {
          const startB = b * dim
          let even = 0
          let odd = 0
          for (let i = 0; i + 1 < dim; i += 2) {
            even += data[startA + i]! * data[startB + i]!
            odd += data[startA + i + 1]! * data[startB + i + 1]!
          }
          if (dim % 2 === 1) even += data[startA + dim - 1]! * data[startB + dim - 1]!
          const value = Math.fround(even + odd)
          offer(a, b, value)
          offer(b, a, value)
        }
      }
      if ((fromB / block) % 8 === 7) yield
    }
    yield
  }
  return { count, rows: nearest, likeness }
}
