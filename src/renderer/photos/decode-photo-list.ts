import type { PhotoList } from '../../contract/photos.ts'

/** A photo list as typed columns; index i is the i-th photo in display order. */
export interface PhotoColumns {
  readonly total: number
  readonly ids: Uint32Array
  /** Width / height x 1000, upright. */
  readonly aspects: Uint16Array
  /** Three bytes a photo, RGB. */
  readonly colours: Uint8Array
  /** Local capture day since 1970-01-01. */
  readonly days: Int32Array
  readonly flags: Uint8Array
  readonly order: PhotoList['order']
  readonly exactCount: number | undefined
  readonly cutIndex: number | undefined
  readonly notice: string | undefined
}

export const photoFlag = { hasThumbnail: 1, saidYes: 2, offline: 4, unsure: 8 } as const

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}

/** Unpacks the base64 columns of `photos.list`. Every machine that runs a browser today is little-endian, as they are. */
export function decodePhotoList(list: PhotoList): PhotoColumns {
  return {
    total: list.total,
    ids: new Uint32Array(bytesOf(list.ids).buffer),
    aspects: new Uint16Array(bytesOf(list.aspects).buffer),
    colours: bytesOf(list.colours),
    days: new Int32Array(bytesOf(list.days).buffer),
    flags: bytesOf(list.flags),
    order: list.order,
    exactCount: list.exactCount,
    cutIndex: list.cutIndex,
    notice: list.notice,
  }
}
