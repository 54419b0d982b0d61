import { createPhotoSet } from '../../core/search/photo-set.ts'
import type { PhotoSet } from '../../core/search/photo-set.ts'
import type { PhotoRow } from '../store/photo-columns.ts'

/**
 * Every photo on screen, as columns by photo id, and their order by time. Listing 100,000 photos from SQLite takes a tenth of
 * a second; from here, milliseconds, and a change costs one merge.
 */
export interface PhotoTable {
  /** Photos on screen. Not to be changed. */
  readonly visible: PhotoSet
  /** Those that were read: their thumbnail and, with it, their embedding are there. Not to be changed. */
  readonly read: PhotoSet
  /** Rises with every change. */
  readonly version: number
  /** Adds or replaces a photo that is on screen. */
  set(row: PhotoRow): void
  /** The photo is not on screen any more. */
  delete(photoId: number): void
  /** Ids by capture time, newest first, the higher id first at equal times. Not to be changed. */
  newestFirst(): Uint32Array
  takenAtMs(photoId: number): number
  /** Width / height x 1000, upright; 4:3 until the file's head was read. */
  aspect(photoId: number): number
  /** 0xRRGGBB; grey until the photo was read. */
  colour(photoId: number): number
  isOffline(photoId: number): boolean
}

const unknownAspect = 1333
const unknownColour = 0x8c8c8c

export function createPhotoTable(): PhotoTable {
  const visible = createPhotoSet()
  const read = createPhotoSet()
  const offline = createPhotoSet()
  let version = 0
  let takenAt = new Float64Array(1024)
  let aspects = new Uint16Array(1024)
  let colours = new Uint32Array(1024)
  let order = new Uint32Array(0)
  /** Photos whose place in `order` is not known yet. */
  const unplaced = new Set<number>()

  function reserve(photoId: number): void {
    if (photoId < takenAt.length) return
    const length = Math.max(photoId + 1, takenAt.length * 2)
    takenAt = copyInto(new Float64Array(length), takenAt)
    aspects = copyInto(new Uint16Array(length), aspects)
    colours = copyInto(new Uint32Array(length), colours)
  }

  const isBefore = (a: number, b: number): boolean => compareNewest(a, b) < 0
  const compareNewest = (a: number, b: number): number => takenAt[b]! - takenAt[a]! || b - a

  function place(): void {
    const moved = Uint32Array.from(unplaced).filter(visible.has).sort(compareNewest)
    const kept = order.filter((photoId) => !unplaced.has(photoId))
    order = new Uint32Array(kept.length + moved.length)
    for (let at = 0, k = 0, m = 0; at < order.length; at++) {
      const takeMoved = k === kept.length || (m < moved.length && isBefore(moved[m]!, kept[k]!))
      order[at] = takeMoved ? moved[m++]! : kept[k++]!
    }
    unplaced.clear()
  }

  return {
    visible,
    read,
    get version() {
      return version
    },
    set(row) {
      const { photoId } = row
      reserve(photoId)
      if (!visible.has(photoId) || takenAt[photoId] !== row.takenAtMs) unplaced.add(photoId)
      visible.add(photoId)
      takenAt[photoId] = row.takenAtMs
      aspects[photoId] = aspectOf(row.widthPx, row.heightPx)
      colours[photoId] = row.averageColour ?? unknownColour
      read[row.hasThumbnail === 1 ? 'add' : 'delete'](photoId)
      offline[row.offline === 1 ? 'add' : 'delete'](photoId)
      version++
    },
    delete(photoId) {
      if (!visible.has(photoId)) return
      visible.delete(photoId)
      read.delete(photoId)
      unplaced.add(photoId)
      version++
    },
    newestFirst() {
      if (unplaced.size > 0) place()
      return order
    },
    takenAtMs: (photoId) => takenAt[photoId] ?? 0,
    aspect: (photoId) => aspects[photoId] ?? unknownAspect,
    colour: (photoId) => colours[photoId] ?? unknownColour,
    isOffline: (photoId) => offline.has(photoId),
  }
}

function aspectOf(widthPx: number | null, heightPx: number | null): number {
  if (widthPx === null || heightPx === null || heightPx === 0) return unknownAspect
  return Math.min(65_535, Math.max(1, Math.round((widthPx / heightPx) * 1000)))
}

function copyInto<T extends Float64Array | Uint32Array | Uint16Array>(larger: T, smaller: T): T {
  larger.set(smaller)
  return larger
}
