import exifreader from 'exifreader'
import { exifRating } from '../core/facts/exif-rating.ts'
import type { StatedRating } from '../core/facts/stated-rating.ts'
import { xmpRating } from '../core/facts/xmp-rating.ts'
import type { FileToRate } from '../contract/worker.ts'
import { ReadFailure } from './file-failure.ts'
import { readFileHead, readFileTail } from './read-file-bytes.ts'
import { xmlText } from './xml-text.ts'

/** EXIF and XMP stand before the picture in all formats but WebP and TIFF, where they may come last. */
const photoBytes = 256 * 1024
/** Lightroom's masks make sidecars of megabytes; the rating is in the first lines. */
const sidecarBytes = 512 * 1024

/**
 * How many stars a photo has, 0 … 5: what its sidecars state, in their order, else its own XMP, else its EXIF. Null where none
 * states any, where the photo was rejected, and for files that can't be read. No picture is decoded, whatever its kind is.
 */
export async function ratePhoto({ path, sizeBytes, sidecarPaths }: FileToRate): Promise<number | null> {
  for (const sidecarPath of sidecarPaths) {
    const rating = xmpRating(xmlText(await bytesOrNone(readFileHead(sidecarPath, sidecarBytes))))
    if (rating !== null) return rating.stars
  }
  const head = await bytesOrNone(readFileHead(path, photoBytes))
  const stated = ratingInXmp(head) ?? ratingInExif(head)
  if (stated !== null || sizeBytes <= photoBytes || isJpeg(head)) return stated?.stars ?? null
  return ratingInXmp(await bytesOrNone(readFileTail(path, photoBytes)))?.stars ?? null
}

/** Rating is only one fact of many: a file that can't be read now has none, and is left where it is by rules that ask for one. */
async function bytesOrNone(reading: Promise<Buffer>): Promise<Buffer> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof ReadFailure) return Buffer.alloc(0)
    throw error
  }
}

/** A packet is meant to be found without knowing the format around it (XMP specification, part 3). */
function ratingInXmp(bytes: Buffer): StatedRating | null {
  const start = bytes.indexOf('<x:xmpmeta')
  return start === -1 ? null : xmpRating(bytes.toString('utf8', start))
}

function ratingInExif(bytes: Buffer): StatedRating | null {
  try {
    // oxlint-disable-next-line import/no-named-as-default-member
    const { exif = {} } = exifreader.load(bytes, { expanded: true, includeTags: { exif: ['Rating', 'RatingPercent'] } })
    // The package's types don't list these two.
    const values = new Map<string, unknown>(Object.entries(exif).map(([name, tag]) => [name, tag.value]))
    return exifRating({ stars: values.get('Rating'), percent: values.get('RatingPercent') })
  } catch {
    // exifreader throws on what it does not know or finds broken.
    return null
  }
}

function isJpeg(bytes: Buffer): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8
}
