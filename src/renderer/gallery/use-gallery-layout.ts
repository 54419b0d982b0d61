import { useMemo } from 'react'
import { type JustifiedLayout, layOutRows } from '../../core/layout/justified-rows.ts'
import type { PhotoColumns } from '../photos/decode-photo-list.ts'
import { type GallerySection, gallerySections } from './gallery-sections.ts'

const gapPx = 4
const sectionGapPx = 20

export interface GalleryLayout {
  readonly columns: PhotoColumns
  readonly sections: readonly GallerySection[]
  readonly rows: JustifiedLayout
}

const noPhotos: PhotoColumns = {
  total: 0,
  ids: new Uint32Array(0),
  aspects: new Uint16Array(0),
  colours: new Uint8Array(0),
  days: new Int32Array(0),
  flags: new Uint8Array(0),
  order: 'newest',
  exactCount: undefined,
  cutIndex: undefined,
  notice: undefined,
}

/** Where every photo is, for a wished row height and a width; nothing is anywhere while that is not known (0 or less). */
export function useGalleryLayout(shown: PhotoColumns, widthPx: number, rowHeightPx: number): GalleryLayout {
  const columns = widthPx > 0 ? shown : noPhotos
  const sections = useMemo(() => gallerySections(columns), [columns])
  return useMemo(
    () => ({
      columns,
      sections,
      rows: layOutRows(columns.aspects, sections, { widthPx, rowHeightPx, gapPx, sectionGapPx }),
    }),
    [columns, sections, widthPx, rowHeightPx],
  )
}
