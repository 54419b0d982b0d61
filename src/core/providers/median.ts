/** The middle one, or the mean of the two in the middle. @throws RangeError for none */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]
  if (upper === undefined) throw new RangeError('median: there are no values')
  return sorted.length % 2 === 1 ? upper : (sorted[middle - 1]! + upper) / 2
}
