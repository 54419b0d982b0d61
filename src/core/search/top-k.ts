/** Rows and their scores, best first. */
export interface TopRows {
  readonly rows: Int32Array
  readonly scores: Float32Array
}

/**
 * The `k` best rows by score among those that `accept` lets through, best first; of equal scores the earlier row wins. One
 * pass with a heap whose worst row is on top: rows that can't enter cost one comparison.
 */
export function topK(scores: Float32Array, k: number, accept: (row: number) => boolean): TopRows {
  const heap = new Int32Array(Math.max(0, Math.min(k, scores.length)))
  let size = 0

  const worse = (a: number, b: number): boolean => {
    const [left, right] = [scores[a]!, scores[b]!]
    return left < right || (left === right && a > b)
  }

  function sink(at: number, row: number): void {
    for (;;) {
      let child = at * 2 + 1
      if (child >= size) break
      if (child + 1 < size && worse(heap[child + 1]!, heap[child]!)) child++
      if (!worse(heap[child]!, row)) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = row
  }

  function rise(at: number, row: number): void {
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!worse(row, heap[parent]!)) break
      heap[at] = heap[parent]!
      at = parent
    }
    heap[at] = row
  }

  if (heap.length > 0) {
    // Once the heap is full, a later row must beat the worst one outright.
    let bar = -Infinity
    for (let row = 0; row < scores.length; row++) {
      if (size === heap.length && !(scores[row]! > bar)) continue
      if (!accept(row)) continue
      if (size < heap.length) rise(size++, row)
      else sink(0, row)
      bar = scores[heap[0]!]!
    }
  }

  const rows = heap.slice(0, size)
  for (let last = size - 1; last >= 0; last--) {
    rows[last] = heap[0]!
    size--
    if (size > 0) sink(0, heap[size]!)
  }
  return { rows, scores: Float32Array.from(rows, (row) => scores[row]!) }
}
