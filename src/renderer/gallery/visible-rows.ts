import { rowOfPhoto, rowsBetween, sectionOfRow } from '../../core/layout/find-row.ts'
import type { JustifiedLayout } from '../../core/layout/justified-rows.ts'

/** The part of a section that is on the page. */
export interface SectionRows {
  readonly section: number
  /** [firstRow, stopRow) */
  readonly firstRow: number
  readonly stopRow: number
  /** A row apart from those, or -1: the one with the keyboard is never taken off the page, or the focus would be lost. */
  readonly keptRow: number
}

interface Band {
  readonly topPx: number
  readonly heightPx: number
  /** How far beyond the edges rows are there already. */
  readonly marginPx: number
}

/** Which rows to put on the page, by section: those near the band, and that of the photo that is `kept` (-1: none). */
export function visibleRows(rows: JustifiedLayout, band: Band, kept: number): readonly SectionRows[] {
  const [first, stop] = rowsBetween(rows, band.topPx - band.marginPx, band.topPx + band.heightPx + band.marginPx)
  const keptRow = kept === -1 ? -1 : rowOfPhoto(rows, kept)
  const parts: SectionRows[] = []
  for (let firstRow = first; firstRow < stop;) {
    const section = sectionOfRow(rows, firstRow)
    const stopRow = Math.min(stop, rows.sectionRow[section + 1]!)
    parts.push({ section, firstRow, stopRow, keptRow: -1 })
    firstRow = stopRow
  }
  if (keptRow === -1 || (keptRow >= first && keptRow < stop)) return parts
  const section = sectionOfRow(rows, keptRow)
  const isThere = parts.some((part) => part.section === section)
  if (isThere) return parts.map((part) => (part.section === section ? { ...part, keptRow } : part))
  return [...parts, { section, firstRow: keptRow, stopRow: keptRow, keptRow }]
}
