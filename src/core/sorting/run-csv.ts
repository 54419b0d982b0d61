/** As `sortEntrySchema` of the contract says. */
export interface RunCsvEntry {
  readonly fromPath: string
  readonly toPath: string
  readonly isCompanion: boolean
  readonly sizeBytes: number
  readonly state: string
  readonly reason: string | null
}

export const runCsvHeader = 'from,to,companion,size_bytes,state,reason\r\n'

/**
 * A file of a run as a line of CSV (RFC 4180). Cells that a spreadsheet would take for a formula can't occur: paths are
 * absolute, so they begin with "/", "\" or a drive, and the rest are words and numbers of Winnow. So nothing is put in front
 * of a path, and it can be copied as it is.
 */
export function runCsvRow(entry: RunCsvEntry): string {
  const { fromPath, toPath, isCompanion, sizeBytes, state, reason } = entry
  return `${[fromPath, toPath, isCompanion ? 'yes' : 'no', String(sizeBytes), state, reason ?? ''].map(cell).join(',')}\r\n`
}

/** All of a run as a table with a header. */
export function runCsv(entries: Iterable<RunCsvEntry>): string {
  return runCsvHeader + Array.from(entries, runCsvRow).join('')
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
