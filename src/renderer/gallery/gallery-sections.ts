import type { LayoutSection } from '../../core/layout/justified-rows.ts'
import { monthRuns } from '../../core/layout/months.ts'
import type { PhotoColumns } from '../photos/decode-photo-list.ts'
import { monthName } from '../photos/photo-date.ts'

/** A part of the gallery with words above it. */
export interface GallerySection extends LayoutSection {
  readonly key: string
  /** Empty where there is nothing to say above it. */
  readonly title: string
  readonly count: number
  /** `month`: a title that sticks. `ranked`: best first. `unsure`: set apart by a line, to be reviewed. */
  readonly kind: 'month' | 'ranked' | 'unsure'
  /** Of a month, for the scrubber; 0 elsewhere. */
  readonly year: number
}

export const monthHeaderPx = 44
const rankedHeaderPx = 40
const unsureHeaderPx = 64

/** Months in order of time; what matches, what looks like it and what is less certain where the best come first. */
export function gallerySections(
  columns: Pick<PhotoColumns, 'total' | 'days' | 'order' | 'exactCount' | 'cutIndex'>,
): readonly GallerySection[] {
  return columns.order === 'best' ? rankedSections(columns) : monthSections(columns)
}

function monthSections({ days, total }: Pick<PhotoColumns, 'days' | 'total'>): readonly GallerySection[] {
  const runs = monthRuns(days)
  return runs.map(({ start, year, month }, i) => ({
    key: `${year}-${month}`,
    title: monthName(year, month),
    count: (runs[i + 1]?.start ?? total) - start,
    kind: 'month',
    year,
    start,
    headerHeightPx: monthHeaderPx,
  }))
}

function rankedSections(columns: Pick<PhotoColumns, 'total' | 'exactCount' | 'cutIndex'>): readonly GallerySection[] {
  const { total, exactCount = 0, cutIndex = total } = columns
  const exactEnd = Math.min(exactCount, total)
  const sureEnd = Math.min(total, Math.max(exactEnd, cutIndex))
  const unsureCount = total - sureEnd
  const parts: readonly Omit<GallerySection, 'count' | 'year'>[] = [
    { key: 'exact', kind: 'ranked', title: 'Exact matches', start: 0, headerHeightPx: rankedHeaderPx },
    exactEnd > 0
      ? { key: 'alike', kind: 'ranked', title: 'Looks like it', start: exactEnd, headerHeightPx: rankedHeaderPx }
      : { key: 'alike', kind: 'ranked', title: '', start: exactEnd, headerHeightPx: 0 },
    {
      key: 'unsure',
      kind: 'unsure',
      title: `Less certain from here (${unsureCount.toLocaleString('en')})`,
      start: sureEnd,
      headerHeightPx: unsureHeaderPx,
    },
  ]
  return parts
    .map((part, i) => ({ ...part, year: 0, count: (parts[i + 1]?.start ?? total) - part.start }))
    .filter((part) => part.count > 0)
}
