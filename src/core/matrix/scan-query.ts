/** An affine score, ready for the scan kernel: `dot(values * scale, embedding) + bias`. */
export interface ScanQuery {
  /** int16; as many as are read of each row, a multiple of 16. */
  readonly values: Int16Array
  readonly scale: number
  readonly bias: number
}

/** Numbers that one step of the kernel takes. */
export const scanStep = 16

/**
 * Rounds weights to integers of at most 14 bits, fewer beyond 1,024 numbers, so that the kernel's int32 sums cannot
 * overflow: scan * 127 * largest stays below 2^31. Zeros at the end are cut off, so that words, which only reach the aligned
 * part of an embedding (`parts.aligned` in a model's manifest), read only that part of each row.
 */
export function scanQuery(weights: Float32Array, bias: number): ScanQuery {
  let used = weights.length
  while (used > 0 && weights[used - 1] === 0) used--
  const values = new Int16Array(Math.ceil(used / scanStep) * scanStep)
  let most = 0
  for (let i = 0; i < used; i++) most = Math.max(most, Math.abs(weights[i]!))
  if (most === 0) return { values, scale: 0, bias }
  const largest = Math.min(16_383, Math.floor((2 ** 31 - 1) / (127 * values.length)))
  const scale = most / largest
  for (let i = 0; i < used; i++) values[i] = Math.round(weights[i]! / scale)
  return { values, scale, bias }
}
