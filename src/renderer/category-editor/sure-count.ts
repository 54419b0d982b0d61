/**
 * How many photos a strictness (0 loosest … 1 strictest) would keep, from the counts at eleven evenly spaced ones: a
 * straight line between the two nearest, so that a slider counts without asking.
 */
export function sureCountAt(countsByStrictness: readonly number[], strictness: number): number {
  const position = Math.min(1, Math.max(0, strictness)) * (countsByStrictness.length - 1)
  const below = countsByStrictness[Math.floor(position)] ?? 0
  const above = countsByStrictness[Math.ceil(position)] ?? below
  return Math.round(below + (above - below) * (position - Math.floor(position)))
}
