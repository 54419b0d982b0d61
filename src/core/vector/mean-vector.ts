/** The average of at least one vector, component by component. Throws a RangeError for none, or for different lengths. */
export function meanVector(vectors: readonly Float32Array[]): Float32Array {
  const first = vectors[0]
  if (first === undefined) throw new RangeError('meanVector: no vectors')
  const mean = new Float32Array(first.length)
  for (const vector of vectors) {
    if (vector.length !== mean.length) throw new RangeError(`meanVector: ${mean.length} and ${vector.length} numbers`)
    for (let i = 0; i < mean.length; i++) mean[i]! += vector[i]! / vectors.length
  }
  return mean
}
