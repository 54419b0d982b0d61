import { dot } from './dot.ts'

/** The vector at length 1, as a new one. The zero vector has no direction and comes back as zeros. */
export function normalise(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector))
  return length > 0 ? vector.map((value) => value / length) : vector.slice()
}
