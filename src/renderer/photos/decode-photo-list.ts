import type { PhotoList } from '../../contract/photos.ts'
import { bytesOfBase64 } from './bytes-of-base64.ts'

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

/** Unpacks the base64 columns of `photos.list`. Every machine that runs a browser today is little-endian, as they are. */
export function decodePhotoList(list: PhotoList): PhotoColumns {
  return {
    total: list.total,
    ids: new Uint32Array(bytesOfBase64(list.ids).buffer),
    aspects: new Uint16Array(bytesOfBase64(list.aspects).buffer),
    colours: bytesOfBase64(list.colours),
    days: new Int32Array(bytesOfBase64(list.days).buffer),
    flags: bytesOfBase64(list.flags),
    order: list.order,
    exactCount: list.exactCount,
    cutIndex: list.cutIndex,
    notice: list.notice,
  }
}
