import type { Example } from './example.ts'

/**
 * Indices of the examples in an order that depends on them alone, by their numbers: whatever is computed from them in it comes out
 * the same to the last bit however they were given.
 */
export function oneOrder(examples: readonly Example[]): readonly number[] {
  return examples.map((_, index) => index).toSorted((a, b) => compare(examples[a]!, examples[b]!) || a - b)
}

function compare(a: Example, b: Example): number {
  for (let i = 0; i < a.embedding.length; i++) {
    const difference = a.embedding[i]! - b.embedding[i]!
    if (difference !== 0) return difference
  }
  return Number(a.isYes) - Number(b.isYes)
}
