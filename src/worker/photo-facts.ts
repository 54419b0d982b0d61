import { mediaTypes } from '../core/image/file-kind.ts'
import type { PhotoFacts } from '../contract/worker.ts'
import { readExif } from './read-exif.ts'
import type { PictureHeader } from './decode-picture.ts'

/** Facts for layout, timeline and inspector, from a header that has been read. `bytes` as it was read from. */
export function photoFacts(header: PictureHeader, bytes: Buffer): PhotoFacts {
  const { metadata, upright, kind } = header
  // In a TIFF the tags are the file's own, so there is no EXIF block apart from it.
  const block = metadata.exif ?? (kind === 'tiff' ? bytes : undefined)
  return {
    widthPx: upright.widthPx,
    heightPx: upright.heightPx,
    mediaType: mediaTypes[kind],
    ...readExif(block ?? Buffer.alloc(0)),
  }
}
