import type { VectorMatrix } from '../vector/vector-matrix.ts'

/** Rows used to find the directions; more change them little. */
const mostSampled = 1024
const rounds = 6
/** Rows between two pauses. */
const pauseRows = 128

/**
 * Rows in the `dim` directions in which they differ most, from their mean and at unit length: inner products of two are
 * close to the cosine of the originals seen from their mean, at a tenth of the cost. Subspace iteration (Golub & Van Loan 2013,
 * §8.2) from a fixed start, so the same rows always give the same result. A row that lies at the mean comes back as zeros. Pauses
 * every few tens of milliseconds, for whoever runs it to let others work.
 */
export function* principalSpace(matrix: VectorMatrix, dim: number): Generator<undefined, VectorMatrix> {
  const wanted = Math.min(dim, matrix.dim)
  const mean = meanOf(matrix)
  yield
  const sample = centredSample(matrix, mean)
  let basis = startBasis(matrix.dim, wanted)
  yield
  for (let round = 0; round < rounds; round++) {
    const next = new Float32Array(wanted * matrix.dim)
    for (let from = 0; from < sample.rows; from += pauseRows) {
      const part = rowsFrom(sample, from, pauseRows)
      addBack(part, project(part, basis, wanted), wanted, next)
      yield
    }
    basis = next
    orthonormalise(basis, wanted, matrix.dim)
  }
  const data = new Float32Array(matrix.rows * wanted)
  const row = new Float32Array(matrix.dim)
  const single = { data: row, rows: 1, dim: matrix.dim }
  for (let r = 0; r < matrix.rows; r++) {
    for (let i = 0; i < matrix.dim; i++) row[i] = matrix.data[r * matrix.dim + i]! - mean[i]!
    const projected = project(single, basis, wanted)
    const length = Math.hypot(...projected)
    if (length > 1e-9) for (let i = 0; i < wanted; i++) data[r * wanted + i] = projected[i]! / length
    if (r % pauseRows === pauseRows - 1) yield
  }
  return { data, rows: matrix.rows, dim: wanted }
}

function meanOf({ data, rows, dim }: VectorMatrix): Float64Array {
  const mean = new Float64Array(dim)
  for (let r = 0; r < rows; r++) for (let i = 0; i < dim; i++) mean[i]! += data[r * dim + i]! / rows
  return mean
}

function centredSample({ data, rows, dim }: VectorMatrix, mean: Float64Array): VectorMatrix {
  const count = Math.min(rows, mostSampled)
  const sample = new Float32Array(count * dim)
  for (let s = 0; s < count; s++) {
    const from = Math.floor((s * rows) / count) * dim
    for (let i = 0; i < dim; i++) sample[s * dim + i] = data[from + i]! - mean[i]!
  }
  return { data: sample, rows: count, dim }
}

/** One direction after the other, `wanted` x `dim`. Any start works that isn't orthogonal to what is sought. */
function startBasis(dim: number, wanted: number): Float32Array {
  const basis = new Float32Array(wanted * dim)
  for (let w = 0; w < wanted; w++) {
    for (let i = 0; i < dim; i++) basis[w * dim + i] = Math.sin((w + 1) * 12.9898 + (i + 1) * 78.233 * (w + 1))
  }
  orthonormalise(basis, wanted, dim)
  return basis
}

/** `rows` x `wanted`: the rows in the directions of the basis. */
function project({ data, rows, dim }: VectorMatrix, basis: Float32Array, wanted: number): Float32Array {
  const projected = new Float32Array(rows * wanted)
  for (let r = 0; r < rows; r++) {
    for (let w = 0; w < wanted; w++) {
      let sum = 0
      for (let i = 0; i < dim; i++) sum += data[r * dim + i]! * basis[w * dim + i]!
      projected[r * wanted + w] = sum
    }
  }
  return projected
}

/** Adds the rows, weighted by each column of `projected`, to a `wanted` x `dim` result. */
function addBack(
  { data, rows, dim }: VectorMatrix,
  projected: Float32Array,
  wanted: number,
  result: Float32Array,
): void {
  for (let r = 0; r < rows; r++) {
    for (let w = 0; w < wanted; w++) {
      const share = projected[r * wanted + w]!
      for (let i = 0; i < dim; i++) result[w * dim + i]! += share * data[r * dim + i]!
    }
  }
}

/** A view of up to `count` rows. */
function rowsFrom({ data, rows, dim }: VectorMatrix, from: number, count: number): VectorMatrix {
  const to = Math.min(rows, from + count)
  return { data: data.subarray(from * dim, to * dim), rows: to - from, dim }
}

/** Modified Gram and Schmidt. A direction that the ones before it already span becomes zeros. */
function orthonormalise(basis: Float32Array, count: number, dim: number): void {
  for (let w = 0; w < count; w++) {
    const own = basis.subarray(w * dim, (w + 1) * dim)
    for (let before = 0; before < w; before++) {
      const other = basis.subarray(before * dim, (before + 1) * dim)
      let share = 0
      for (let i = 0; i < dim; i++) share += own[i]! * other[i]!
      for (let i = 0; i < dim; i++) own[i]! -= share * other[i]!
    }
    let squares = 0
    for (let i = 0; i < dim; i++) squares += own[i]! * own[i]!
    const factor = squares > 1e-20 ? 1 / Math.sqrt(squares) : 0
    for (let i = 0; i < dim; i++) own[i]! *= factor
  }
}
