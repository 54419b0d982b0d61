import type { Metadata, Sharp, SharpOptions } from 'sharp'
import { fileKindOf, isReadable } from '../core/image/file-kind.ts'
import type { ReadableKind } from '../core/image/file-kind.ts'
import { shownShare } from '../core/image/shown-share.ts'
import type { Size } from '../core/image/size.ts'
import { workingSize } from '../core/model/working-size.ts'
import { createBudget } from './budget.ts'
import { decoderBytes } from './decoder-memory.ts'
import { ReadFailure, failureOfDecoding, failureOfKind, fileFailure } from './file-failure.ts'
import { decodeSeconds, mostPixels } from './limits.ts'
import { loadSharp } from './load-sharp.ts'

const sharp = loadSharp()

/** For all decoders together: eight photos of 12 megapixels of the hungry kinds, or one giant. */
const memory = createBudget(400_000_000)

/** RGB bytes, row after row, upright, sRGB, on white. */
export interface Picture {
  readonly size: Size
  readonly rgb: Buffer
}

/** A file that says it is a photo, its header read and nothing decoded. */
export interface PictureHeader {
  readonly kind: ReadableKind
  readonly metadata: Metadata
  /** EXIF orientation applied. */
  readonly upright: Size
}

/**
 * A damaged photo is shown when at least a tenth of it can be decoded: people would rather see half a holiday photo than a
 * line in a list. Less than that is a stripe that tells nothing.
 */
const leastShownShare = 0.1

/**
 * What the bytes are, by content.
 * @param bytes the whole file, or its beginning
 * @param path for the sentence only
 * @throws ReadFailure when it is nothing that Winnow reads
 */
export async function readPictureHeader(bytes: Buffer, path: string): Promise<PictureHeader> {
  const kind = fileKindOf(bytes)
  if (!isReadable(kind)) throw new ReadFailure(failureOfKind(kind, path))
  try {
    const metadata = await sharp(bytes, inputOptions('none')).metadata()
    const { width: widthPx, height: heightPx } = metadata.autoOrient
    if (widthPx * heightPx > mostPixels) throw new ReadFailure(fileFailure('too-many-pixels', path))
    return { kind, metadata, upright: { widthPx, heightPx } }
  } catch (error) {
    throw error instanceof ReadFailure ? error : new ReadFailure(failureOfDecoding(error, path))
  }
}

/**
 * The one decode of a photo, straight to the size that everything else is made from (see working-size.ts): first frame,
 * upright, converted to sRGB by its profile, on white where it is transparent.
 * @param frame the size of the model's input
 * @throws ReadFailure when there is no picture in it worth showing
 */
export async function decodePicture(bytes: Buffer, header: PictureHeader, frame: Size, path: string): Promise<Picture> {
  return decodePictureTo(bytes, header, workingSize(header.upright, frame), path)
}

/** The same to a size of the caller's, for what people look at. @throws ReadFailure */
export async function decodePictureTo(
  bytes: Buffer,
  header: PictureHeader,
  size: Size,
  path: string,
): Promise<Picture> {
  return memory.spend(decoderBytes(header), async () => {
    try {
      return await decode(bytes, 'error', size)
    } catch (error) {
      const failure = failureOfDecoding(error, path)
      if (failure.code !== 'corrupt') throw new ReadFailure(failure)
      return await decodeDamaged(bytes, size).catch(() => {
        throw new ReadFailure(failure)
      })
    }
  })
}

/** The same picture at another size; for the thumbnail and the tensor. */
export function fromPicture({ rgb, size }: Picture): Sharp {
  return sharp(rgb, { raw: { width: size.widthPx, height: size.heightPx, channels: 3 } }).timeout({
    seconds: decodeSeconds,
  })
}

async function decodeDamaged(bytes: Buffer, size: Size): Promise<Picture> {
  const picture = await decode(bytes, 'none', size)
  if (shownShare(picture.rgb, picture.size) < leastShownShare) throw new Error('too little of it is there')
  return picture
}

async function decode(bytes: Buffer, failOn: SharpOptions['failOn'], size: Size): Promise<Picture> {
  const { data, info } = await sharp(bytes, inputOptions(failOn))
    .timeout({ seconds: decodeSeconds })
    .autoOrient()
    .resize(size.widthPx, size.heightPx, { fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return {
    size: { widthPx: info.width, heightPx: info.height },
    rgb: info.channels === 3 ? data : spreadGrey(data, info.channels),
  }
}

function inputOptions(failOn: SharpOptions['failOn']): SharpOptions {
  return { failOn, limitInputPixels: mostPixels, pages: 1 }
}

/** Grey, or grey and alpha that was flattened already: the first channel three times. */
function spreadGrey(data: Buffer, channels: number): Buffer {
  const rgb = Buffer.allocUnsafe((data.length / channels) * 3)
  for (let from = 0, to = 0; from < data.length; from += channels, to += 3) rgb.fill(data[from]!, to, to + 3)
  return rgb
}
