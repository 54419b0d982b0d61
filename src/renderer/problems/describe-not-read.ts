const number = new Intl.NumberFormat('en')
const mostNamed = 6

/**
 * "378 files are of a kind that Winnow does not read yet: 312 HEIC, 41 MOV, 18 MP4 and 7 CR3." from counts by ending;
 * null where there are none.
 */
export function describeNotRead(counts: readonly Readonly<Record<string, number>>[]): string | null {
  const byEnding = new Map<string, number>()
  for (const count of counts) {
    for (const [ending, files] of Object.entries(count)) byEnding.set(ending, (byEnding.get(ending) ?? 0) + files)
  }
  const most = [...byEnding].toSorted(([a, m], [b, n]) => n - m || a.localeCompare(b))
  const total = most.reduce((sum, [, files]) => sum + files, 0)
  if (total === 0) return null
  const rest = most.slice(mostNamed).reduce((sum, [, files]) => sum + files, 0)
  const named = most.slice(0, mostNamed).map(([ending, files]) => `${number.format(files)} ${ending.toUpperCase()}`)
  const kinds = new Intl.ListFormat('en-GB').format(rest === 0 ? named : [...named, `${number.format(rest)} others`])
  return total === 1
    ? `One file is of a kind that Winnow does not read yet: ${kinds.slice(2)}.`
    : `${number.format(total)} files are of a kind that Winnow does not read yet: ${kinds}.`
}
