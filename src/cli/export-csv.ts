import type { ExportRow } from '../contract/system.ts'

export const csvHeader = 'path,content_hash,taken_at,width_px,height_px,tags,said_yes,said_no\r\n'

/**
 * One file as a line of CSV (RFC 4180). Lists of tags are separated by `; `. `taken_at` is the camera's own wall clock
 * without a zone, ISO 8601.
 */
export function csvRow(row: Omit<ExportRow, 'photoId'>): string {
  return `${[
    row.path,
    row.contentHash,
    new Date(row.takenAtMs).toISOString().slice(0, 19),
    row.widthPx ?? '',
    row.heightPx ?? '',
    names(row.tags),
    names(row.tags.filter(({ saidBy }) => saidBy === 'you')),
    row.saidNo.join('; '),
  ]
    .map((cell) => csvCell(String(cell)))
    .join(',')}\r\n`
}

function names(tags: ExportRow['tags']): string {
  return tags.map(({ name }) => name).join('; ')
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
