import { loadScanKernel } from './load-scan-kernel.ts'
import { scanStep } from './scan-query.ts'
import type { ScanQuery } from './scan-query.ts'

/**
 * All embeddings of one model, each rounded to int8 with a scale of its own, in one piece of WebAssembly memory; a cosine
 * moves by less than 0.002. Exact search over 100,000 photos takes milliseconds, so there is no index to build, tune or
 * corrupt (docs/decisions/int8-exact-scan.md). A row never moves: deleting frees it for the next photo.
 */
export interface EmbeddingMatrix {
  readonly dim: number
  /** Photos that have an embedding. */
  readonly count: number
  /** Rows, free ones among them: the length of what `score` fills. */
  readonly rows: number
  /** The photo of each row, 0 for a free one. A view that is good until the next `set`. */
  photoIds(): Int32Array
  /** -1 where the photo has no row. */
  rowOf(photoId: number): number
  /** Adds or replaces; a photo's id is a positive int32. Throws a RangeError for another length or when 4 GiB are full. */
  set(photoId: number, embedding: Float32Array): void
  /** The same from float16, little-endian, as the database holds it. */
  setHalf(photoId: number, bytes: Uint8Array): void
  delete(photoId: number): void
  /** The embedding as it was rounded, or null. */
  get(photoId: number): Float32Array | null
  /** The score of each row from `from` (default 0) up to `to` (default all), in order; that of a free row is the bias. */
  score(query: ScanQuery, from?: number, to?: number): Float32Array
  /** The scores of some photos, in their order; NaN for one without a row. */
  scorePhotos(query: ScanQuery, photoIds: Uint32Array): Float32Array
}

const pageBytes = 65_536
/** Rows the kernel scores before they are copied out: their scores stay in the first-level cache. */
const blockRows = 4096

export function createEmbeddingMatrix(dim: number): EmbeddingMatrix {
  const kernel = loadScanKernel()
  const dims = Math.ceil(dim / scanStep) * scanStep
  const stride = dims + 16
  const layout = {
    query: 0,
    scores: dims * 2,
    halves: dims * 2 + blockRows * 4,
    floats: dims * 4 + blockRows * 4,
    rows: dims * 8 + blockRows * 4,
  }
  let rows = 0
  let count = 0
  let photoOfRow = new Int32Array(64)
  let rowPlusOneOfPhoto = new Int32Array(64)
  const freeRows: number[] = []
  let bytes = new Uint8Array(kernel.memory.buffer)

  function reserve(row: number): void {
    const needed = layout.rows + (row + 1) * stride
    if (needed > bytes.length) {
      // Doubling keeps appending cheap; V8 grows in place, so nothing is copied.
      const wanted = Math.min(Math.max(needed, bytes.length * 2), 2 ** 32)
      const pages = Math.ceil((wanted - bytes.length) / pageBytes)
      if (needed > 2 ** 32) throw new RangeError(`An embedding matrix holds at most 4 GiB, about ${row} photos.`)
      kernel.memory.grow(pages)
      bytes = new Uint8Array(kernel.memory.buffer)
    }
    if (row >= photoOfRow.length) photoOfRow = grown(photoOfRow, row)
  }

  function rowFor(photoId: number): number {
    const known = (rowPlusOneOfPhoto[photoId] ?? 0) - 1
    if (known >= 0) return known
    const row = freeRows.at(-1) ?? rows
    reserve(row)
    if (photoId >= rowPlusOneOfPhoto.length) rowPlusOneOfPhoto = grown(rowPlusOneOfPhoto, photoId)
    if (row === rows) rows++
    else freeRows.pop()
    count++
    photoOfRow[row] = photoId
    rowPlusOneOfPhoto[photoId] = row + 1
    return row
  }

  function writeRow(photoId: number): void {
    kernel.quantise(layout.floats, dims, layout.rows + rowFor(photoId) * stride)
  }

  function placeQuery({ values }: ScanQuery): void {
    if (values.length > dims) throw new RangeError(`A query of ${values.length} numbers, not ${dims}`)
    new Int16Array(bytes.buffer, layout.query, values.length).set(values)
  }

  /** Leaves the scores of up to `blockRows` rows in the scratch area. */
  function scoreRows({ values, scale, bias }: ScanQuery, row: number, count: number): void {
    const at = layout.rows + row * stride
    kernel.score(at, stride, count, dims, values.length, layout.query, scale, bias, layout.scores)
  }

  return {
    dim,
    get count() {
      return count
    },
    get rows() {
      return rows
    },
    photoIds: () => photoOfRow.subarray(0, rows),
    rowOf: (photoId) => (rowPlusOneOfPhoto[photoId] ?? 0) - 1,
    set(photoId, embedding) {
      if (embedding.length !== dim) throw new RangeError(`An embedding of ${embedding.length} numbers, not ${dim}`)
      new Float32Array(bytes.buffer, layout.floats, dim).set(embedding)
      writeRow(photoId)
    },
    setHalf(photoId, half) {
      if (half.length !== dim * 2) throw new RangeError(`An embedding of ${half.length} bytes, not ${dim * 2}`)
      bytes.set(half, layout.halves)
      kernel.widen(layout.halves, dims, layout.floats)
      writeRow(photoId)
    },
    delete(photoId) {
      const row = (rowPlusOneOfPhoto[photoId] ?? 0) - 1
      if (row < 0) return
      bytes.fill(0, layout.rows + row * stride, layout.rows + (row + 1) * stride)
      photoOfRow[row] = 0
      rowPlusOneOfPhoto[photoId] = 0
      freeRows.push(row)
      count--
    },
    get(photoId) {
      const row = (rowPlusOneOfPhoto[photoId] ?? 0) - 1
      if (row < 0) return null
      const at = layout.rows + row * stride
      const scale = new DataView(bytes.buffer).getFloat32(at + dims, true)
      const numbers = new Int8Array(bytes.buffer, at, dim)
      const embedding = new Float32Array(dim)
      for (let i = 0; i < dim; i++) embedding[i] = numbers[i]! * scale
      return embedding
    },
    score(query, from = 0, to = rows) {
      const scores = new Float32Array(to - from)
      placeQuery(query)
      for (let row = from; row < to; row += blockRows) {
        const block = Math.min(blockRows, to - row)
        scoreRows(query, row, block)
        scores.set(new Float32Array(bytes.buffer, layout.scores, block), row - from)
      }
      return scores
    },
    scorePhotos(query, photoIds) {
      const scores = new Float32Array(photoIds.length).fill(NaN)
      const scored = new Float32Array(bytes.buffer, layout.scores, 1)
      placeQuery(query)
      for (let i = 0; i < photoIds.length; i++) {
        const row = (rowPlusOneOfPhoto[photoIds[i]!] ?? 0) - 1
        if (row < 0) continue
        scoreRows(query, row, 1)
        scores[i] = scored[0]!
      }
      return scores
    },
  }
}

/** A copy with room for `index`, at least twice as long. */
function grown(array: Int32Array, index: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(index + 1, array.length * 2))
  larger.set(array)
  return larger
}
