import { memo, type ReactNode } from 'react'
import styles from './photo-row.module.css'
import { PhotoTile } from './photo-tile.tsx'
import type { Caption } from './use-captions.ts'
import type { GalleryLayout } from './use-gallery-layout.ts'

export interface TileContext {
  readonly captions: ReadonlyMap<number, Caption>
  readonly tabStopId: number | undefined
  readonly showsAnswers: boolean
  readonly mayLoad: boolean
  readonly thumbnailVersion: number | undefined
}

interface PhotoRowProps extends TileContext {
  readonly layout: GalleryLayout
  readonly row: number
  /** Of the section around it: rows are placed from there. */
  readonly sectionTopPx: number
  /** From 1, headers counted too. */
  readonly ariaRowIndex: number
}

/** One row of photos. */
export const PhotoRow = memo(function PhotoRow(props: PhotoRowProps): ReactNode {
  const { layout, row, sectionTopPx, ariaRowIndex, captions, tabStopId, ...tile } = props
  const { rows, columns } = layout
  const first = rows.rowStart[row]!
  const count = rows.rowStart[row + 1]! - first
  return (
    <div
      role="row"
      aria-rowindex={ariaRowIndex}
      className={styles.row}
      style={{ top: rows.rowTop[row]! - sectionTopPx, height: rows.rowHeight[row]! }}
    >
      {Array.from({ length: count }, (_, i) => {
        const photo = first + i
        const photoId = columns.ids[photo]!
        return (
          <PhotoTile
            key={photoId}
            {...tile}
            photoId={photoId}
            leftPx={rows.left[photo]!}
            widthPx={rows.width[photo]!}
            colour={colourAt(columns.colours, photo)}
            flags={columns.flags[photo]!}
            day={columns.days[photo]!}
            caption={captions.get(photoId)}
            isTabStop={photoId === tabStopId}
          />
        )
      })}
    </div>
  )
})

function colourAt(colours: Uint8Array, photo: number): number {
  return (colours[photo * 3]! << 16) | (colours[photo * 3 + 1]! << 8) | colours[photo * 3 + 2]!
}
