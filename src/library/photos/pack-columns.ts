import { endianness } from 'node:os'
import type { PhotoTable } from './photo-table.ts'

/** Columns of a photo list as the contract wants them: little-endian bytes in base64, in display order. */

export function packIds(ids: readonly number[] | Uint32Array): string {
  return base64Of(Uint32Array.from(ids))
}

export function packAspects(photos: PhotoTable, ids: readonly number[] | Uint32Array): string {
  return base64Of(Uint16Array.from(ids, photos.aspect))
}

/** Three bytes a photo: red, green, blue. */
export function packColours(photos: PhotoTable, ids: readonly number[] | Uint32Array): string {
  const bytes = new Uint8Array(ids.length * 3)
  for (let i = 0; i < ids.length; i++) {
    const colour = photos.colour(ids[i]!)
    bytes[i * 3] = colour >>> 16
    bytes[i * 3 + 1] = colour >>> 8
    bytes[i * 3 + 2] = colour
  }
  return base64Of(bytes)
}

/** Local capture days since 1970-01-01. */
export function packDays(photos: PhotoTable, ids: readonly number[] | Uint32Array): string {
  return base64Of(Int32Array.from(ids, (photoId) => Math.floor(photos.takenAtMs(photoId) / 86_400_000)))
}

/** Bit 0: thumbnail · 1: said yes · 2: offline · 3: unsure; the answers are those of one category, where there is one. */
export function packFlags(
  photos: PhotoTable,
  ids: readonly number[] | Uint32Array,
  saidYes: (photoId: number) => boolean,
  isUnsure: (photoId: number) => boolean,
): string {
  return base64Of(
    Uint8Array.from(
      ids,
      (photoId) =>
        (photos.read.has(photoId) ? 1 : 0) |
        (saidYes(photoId) ? 2 : 0) |
        (photos.isOffline(photoId) ? 4 : 0) |
        (isUnsure(photoId) ? 8 : 0),
    ),
  )
}

function base64Of(column: Uint8Array | Uint16Array | Uint32Array | Int32Array): string {
  const bytes = Buffer.from(column.buffer, column.byteOffset, column.byteLength)
  if (endianness() === 'BE' && column.BYTES_PER_ELEMENT === 4) bytes.swap32()
  if (endianness() === 'BE' && column.BYTES_PER_ELEMENT === 2) bytes.swap16()
  return bytes.toString('base64')
}
