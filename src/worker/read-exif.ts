import exifreader from 'exifreader'
import { exifFacts, exifTagNames, noExifFacts } from '../core/facts/exif-facts.ts'
import type { ExifFacts, ExifValues } from '../core/facts/exif-facts.ts'

/** An EXIF block is a small TIFF file behind a few bytes that differ from format to format. */
const furthestStart = 16

/**
 * What the camera wrote.
 * @param block an EXIF block as sharp hands it out, or a whole TIFF file. A broken one has nothing to say.
 */
export function readExif(block: Buffer): ExifFacts {
  const start = tiffStart(block)
  if (start === -1) return noExifFacts
  try {
    // The package is CommonJS, and Node finds no named exports in it.
    // oxlint-disable-next-line import/no-named-as-default-member
    const { exif = {} } = exifreader.load(block.subarray(start), {
      expanded: true,
      includeTags: { exif: [...exifTagNames] },
    })
    const values: ExifValues = Object.fromEntries(exifTagNames.map((name) => [name, exif[name]?.value]))
    return exifFacts(values)
  } catch {
    // exifreader throws on what is no TIFF after all; a photo without facts is still a photo.
    return noExifFacts
  }
}

function tiffStart(block: Buffer): number {
  for (let at = 0; at < furthestStart; at++) {
    const mark = block.toString('latin1', at, at + 4)
    if (mark === 'II*\u0000' || mark === 'MM\u0000*') return at
  }
  return -1
}
