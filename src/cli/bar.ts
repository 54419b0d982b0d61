const barCells = 24

/** `██████░░░░`, filled by a share of 0 … 1; a total of nothing is an empty bar. */
export function bar(done: number, total: number): string {
  const share = total === 0 ? 0 : Math.min(1, done / total)
  return '█'.repeat(Math.round(share * barCells)).padEnd(barCells, '░')
}
