import type { Why } from '../../contract/teaching.ts'

/**
 * Heights of the bars, 0 … 1. By the square root: nearly all photos of a library are near 0, and the few that matter
 * would not be seen beside them. A bar that holds anything is at least a line.
 */
export function barHeights(counts: readonly number[]): readonly number[] {
  const highest = Math.max(1, ...counts)
  return counts.map((count) => (count === 0 ? 0 : Math.max(0.04, Math.sqrt(count / highest))))
}

/** Where the photos of a bin stand, by its middle. */
export function bandOfBin(
  bin: number,
  binCount: number,
  { sureFrom, unsureFrom }: Pick<Why, 'sureFrom' | 'unsureFrom'>,
): 'sure' | 'unsure' | 'not' {
  const middle = (bin + 0.5) / binCount
  if (middle >= sureFrom) return 'sure'
  return middle >= unsureFrom ? 'unsure' : 'not'
}

const number = new Intl.NumberFormat('en')

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** The histogram in words, for who doesn't see it. */
export function histogramWords({ histogram, probability, sureFrom, unsureFrom }: Why): string {
  const bins = histogram.map((count, bin) => ({
    count,
    band: bandOfBin(bin, histogram.length, { sureFrom, unsureFrom }),
  }))
  const total = histogram.reduce((sum, count) => sum + count, 0)
  const shown = bins.reduce((sum, { count, band }) => sum + (band === 'sure' ? count : 0), 0)
  const asked = bins.reduce((sum, { count, band }) => sum + (band === 'unsure' ? count : 0), 0)
  return (
    `This photo is at ${percent(probability)}. Photos are asked about from ${percent(unsureFrom)} and shown from ` +
    `${percent(sureFrom)}. Of ${number.format(total)} photos, about ${number.format(shown)} are above that and ` +
    `${number.format(asked)} between.`
  )
}
