import type { FileToRead } from '../contract/worker.ts'
import { decodePictureTo, fromPicture, readPictureHeader } from './decode-picture.ts'
import { readFileBytes } from './read-file-bytes.ts'
import { writeWhole } from './write-whole.ts'

/** As large as screens are; a window that shows more of it at once would need more than the eye sees. */
const longestPx = 4096
/** Seen large, so better than a thumbnail. */
const webp = { quality: 88, effort: 2 }

/**
 * A photo as browsers can show it, for files of kinds that they can't.
 * @param path where the WebP is to be, whole or not at all
 * @param onDecoding called between reading the bytes and decoding them
 * @throws ReadFailure
 */
export async function renderPhoto(file: FileToRead, path: string, onDecoding: () => void): Promise<void> {
  const bytes = await readFileBytes(file)
  onDecoding()
  const header = await readPictureHeader(bytes, file.path)
  const { widthPx, heightPx } = header.upright
  const scale = Math.min(1, longestPx / Math.max(widthPx, heightPx))
  const size = {
    widthPx: Math.max(1, Math.round(widthPx * scale)),
    heightPx: Math.max(1, Math.round(heightPx * scale)),
  }
  const picture = await decodePictureTo(bytes, header, size, file.path)
  await writeWhole(path, await fromPicture(picture).webp(webp).toBuffer(), file.path)
}
