import type { Band } from '../../contract/primitives.ts'
import { rowOfPhoto, rowsBetween } from '../../core/layout/find-row.ts'
import type { JustifiedLayout } from '../../core/layout/justified-rows.ts'
import { type GridMove, middleOfPhoto, moveInGrid } from '../../core/layout/move-in-grid.ts'
import { type Bands, bandOrder, type BandPhotos } from './bands.ts'
import { layOutEvenRows } from './even-rows.ts'

/** Of a band's heading, as in the style sheet. */
export const headingPx = 40
const gapPx = 4
/** Below a heading: the ring of a tile with the keyboard reaches so far up. */
const ringPx = 4
/** Room for the words where a band has no photos. */
const emptyPx = 76
/** Room for "and 1,203 more". */
const morePx = 40
const belowPx = 20

export interface PlacedBand {
  readonly band: Band
  readonly photos: BandPhotos
  /** Index of its first photo among those of all bands. */
  readonly first: number
  readonly headingTopPx: number
  readonly rowsTopPx: number
  /** From `rowsTopPx` to the next heading. */
  readonly heightPx: number
  readonly rows: JustifiedLayout
}

/** Where all photos are, numbered through the bands, in pixels of the content. */
export interface BandsLayout {
  readonly bands: readonly PlacedBand[]
  readonly photoCount: number
  readonly indexOfPhoto: ReadonlyMap<number, number>
}

export interface TileBox {
  readonly leftPx: number
  readonly topPx: number
  readonly widthPx: number
  readonly heightPx: number
}

export function layOutBands(bands: Bands, widthPx: number, wishedTilePx: number): BandsLayout {
  const placed: PlacedBand[] = []
  const indexOfPhoto = new Map<number, number>()
  let first = 0
  let topPx = 0
  for (const band of bandOrder) {
    const photos = bands[band]
    const shown = photos.ids.length
    const rows = layOutEvenRows(shown, { widthPx, wishedTilePx, gapPx })
    const heightPx = (shown === 0 ? emptyPx : rows.heightPx + (photos.count > shown ? morePx : 0)) + belowPx
    placed.push({ band, photos, first, headingTopPx: topPx, rowsTopPx: topPx + headingPx + ringPx, heightPx, rows })
    for (let i = 0; i < shown; i++) indexOfPhoto.set(photos.ids[i]!, first + i)
    first += shown
    topPx += headingPx + ringPx + heightPx
  }
  return { bands: placed, photoCount: first, indexOfPhoto }
}

/** The band of a photo by its number. */
export function bandAt(layout: BandsLayout, index: number): PlacedBand {
  return layout.bands.findLast(({ first, photos }) => index >= first && photos.ids.length > 0) ?? layout.bands[0]!
}

export function photoAt(layout: BandsLayout, index: number): number | undefined {
  const { photos, first } = bandAt(layout, index)
  return photos.ids[index - first]
}

export function boxAt(layout: BandsLayout, index: number): TileBox {
  const { rows, rowsTopPx, first } = bandAt(layout, index)
  const row = rowOfPhoto(rows, index - first)
  return {
    leftPx: rows.left[index - first] ?? 0,
    topPx: rowsTopPx + (rows.rowTop[row] ?? 0),
    widthPx: rows.width[index - first] ?? 0,
    heightPx: rows.rowHeight[row] ?? 0,
  }
}

/** The photos of a band whose rows touch a part of the content, as numbers within the band: [from, to). */
export function photosBetween(
  { rows, rowsTopPx }: PlacedBand,
  topPx: number,
  bottomPx: number,
): readonly [number, number] {
  const [firstRow, stopRow] = rowsBetween(rows, topPx - rowsTopPx, bottomPx - rowsTopPx)
  return [rows.rowStart[firstRow] ?? 0, rows.rowStart[stopRow] ?? 0]
}

/** The number of the photo at a point of the content; undefined between photos. */
export function indexAtPoint(layout: BandsLayout, xPx: number, yPx: number): number | undefined {
  for (const placed of layout.bands) {
    const [from, to] = photosBetween(placed, yPx, yPx + 1)
    for (let i = from; i < to; i++) {
      const left = placed.rows.left[i]!
      if (xPx >= left && xPx < left + placed.rows.width[i]!) return placed.first + i
    }
  }
  return undefined
}

/** Where a key leads from a photo: within its band, and over its edge into the next one that has photos. */
export function moveInBands(
  layout: BandsLayout,
  from: number,
  move: GridMove,
  options: { readonly pageHeightPx: number; readonly columnXPx: number },
): number {
  if (move === 'first') return 0
  if (move === 'last') return layout.photoCount - 1
  if (move === 'left') return Math.max(0, from - 1)
  if (move === 'right') return Math.min(layout.photoCount - 1, from + 1)
  const here = bandAt(layout, from)
  const there = moveInGrid(here.rows, from - here.first, move, options)
  if (rowOfPhoto(here.rows, there) !== rowOfPhoto(here.rows, from - here.first)) return here.first + there
  const withPhotos = layout.bands.filter(({ photos }) => photos.ids.length > 0)
  const down = move === 'down' || move === 'page-down'
  const next = withPhotos[withPhotos.indexOf(here) + (down ? 1 : -1)]
  if (next === undefined) return from
  const { rows } = next
  const row = down ? 0 : rows.rowCount - 1
  const inRow = Array.from({ length: rows.rowStart[row + 1]! - rows.rowStart[row]! }, (_, i) => rows.rowStart[row]! + i)
  const away = (photo: number): number => Math.abs(middleOfPhoto(rows, photo) - options.columnXPx)
  return next.first + inRow.reduce((nearest, photo) => (away(photo) < away(nearest) ? photo : nearest))
}
