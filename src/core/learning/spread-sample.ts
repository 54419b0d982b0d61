import type { Example } from './example.ts'

/**
 * Indices of at most `most` examples, as many yes as no where there are enough of both, at even distances in the order they
 * were given; rising. All of them when there are no more.
 */
export function spreadSample(examples: readonly Example[], most: number): readonly number[] {
  const all = examples.map((_, index) => index)
  if (examples.length <= most) return all
  const yes = all.filter((index) => examples[index]!.isYes)
  const no = all.filter((index) => !examples[index]!.isYes)
  const half = most >> 1
  const yesCount = Math.min(yes.length, Math.max(half, most - no.length))
  return [...evenly(yes, yesCount), ...evenly(no, most - yesCount)].toSorted((a, b) => a - b)
}

function evenly(items: readonly number[], count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)]!)
}
