import { memo, type ReactNode } from 'react'
import { PhotoRow, type TileContext } from './photo-row.tsx'
import styles from './photo-section.module.css'
import { SectionHeader } from './section-header.tsx'
import type { GalleryLayout } from './use-gallery-layout.ts'
import type { SectionRows } from './visible-rows.ts'

interface PhotoSectionProps extends TileContext, SectionRows {
  readonly layout: GalleryLayout
}

/** A month, or a part of a ranking: its header, which sticks while its photos pass, and those of its rows that are near. */
export const PhotoSection = memo(function PhotoSection(props: PhotoSectionProps): ReactNode {
  const { layout, section, firstRow, stopRow, keptRow, ...tile } = props
  const { rows, sections } = layout
  const topPx = rows.sectionTop[section]!
  const { title } = sections[section]!
  // Every section before this one, and this one itself, has a header row, but for those without a title.
  const headersBefore = sections.slice(0, section + 1).filter((other) => other.title !== '').length
  const near = Array.from({ length: stopRow - firstRow }, (_, i) => firstRow + i)
  const shownRows = keptRow === -1 ? near : keptRow < firstRow ? [keptRow, ...near] : [...near, keptRow]
  return (
    <div
      role="rowgroup"
      {...(title !== '' && { 'aria-label': title })}
      className={styles.section}
      style={{ top: topPx, height: rows.sectionTop[section + 1]! - topPx }}
    >
      {title !== '' && (
        <SectionHeader layout={layout} section={section} ariaRowIndex={rows.sectionRow[section]! + headersBefore} />
      )}
      {shownRows.map((row) => (
        <PhotoRow
          key={row}
          {...tile}
          layout={layout}
          row={row}
          sectionTopPx={topPx}
          ariaRowIndex={row + headersBefore + 1}
        />
      ))}
    </div>
  )
})
