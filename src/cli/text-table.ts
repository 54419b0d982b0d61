/**
 * Lines with columns, as wide as their widest cell. Numbers (cells that are made of
 * digits, commas and a unit) stand to the right.
 */
export function textTable(rows: readonly (readonly string[])[]): readonly string[] {
  const columnCount = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columnCount }, (_, column) =>
    Math.max(...rows.map((row) => width(row[column] ?? ''))),
  )
  return rows.map((row) =>
    row.map((cell, column) => pad(cell, column === row.length - 1 ? 0 : (widths[column] ?? 0))).join('  '),
  )
}

function pad(cell: string, target: number): string {
  const space = ' '.repeat(Math.max(0, target - width(cell)))
  return /^[\d,.]+( ?%)?$/.test(cell) ? `${space}${cell}` : `${cell}${space}`
}

/** Characters as a person counts them; good enough for names, and never shorter than the text. */
function width(text: string): number {
  return [...new Intl.Segmenter('en').segment(text)].length
}

/** 8,310 */
export function count(value: number): string {
  return value.toLocaleString('en-US')
}

/** "1 photo", "8,310 photos" */
export function countOf(value: number, one: string, many: string): string {
  return `${count(value)} ${value === 1 ? one : many}`
}

/** "2 min left", in words a person can use; '' where nothing honest can be said. */
export function timeLeft(seconds: number | null): string {
  if (seconds === null) return ''
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s left`
  if (seconds < 5400) return `${Math.round(seconds / 60)} min left`
  return `${Math.round(seconds / 3600)} h left`
}
