import { contentHash } from '../core/hashing/content-hash.ts'
import { averageColour } from '../core/image/average-colour.ts'
import type { ImageInput } from '../core/model/manifest.ts'
import type { FileToRead, PhotoFacts, PhotoRead, StageTimes } from '../contract/worker.ts'
import { ReadFailure } from './file-failure.ts'
import { decodePicture, readPictureHeader } from './decode-picture.ts'
import { photoFacts } from './photo-facts.ts'
import { makeTensor } from './make-tensor.ts'
import { readFileBytes, readFileHead } from './read-file-bytes.ts'
import { stopwatch } from './stopwatch.ts'
import { thumbnailPath, writeThumbnail } from './write-thumbnail.ts'

/** All of a photo but its embedding; the tensor is what that is made from. */
export interface DecodedPhoto extends Omit<PhotoRead, 'embedding' | 'stageTimes'> {
  readonly tensor: Float32Array<ArrayBuffer>
  readonly stageTimes: Omit<StageTimes, 'encodeMs'>
}

/** EXIF and all a decoder wants to know of a JPEG's frame are within this, but for few files: those are looked at in vain. */
const headBytes = 128 * 1024

/**
 * One read and one decode of one photo: hash, facts, thumbnail (written), average colour and tensor.
 * @param thumbnailDir null for a photo that has its thumbnail
 * @param onDecoding called between reading the bytes and decoding them
 * @throws ReadFailure
 */
export async function readPhoto(
  file: FileToRead,
  image: ImageInput,
  thumbnailDir: string | null,
  onDecoding: () => void,
): Promise<DecodedPhoto> {
  const lap = stopwatch()
  const bytes = await readFileBytes(file)
  const readMs = lap()
  onDecoding()
  const hash = contentHash(bytes)
  const hashMs = lap()
  const header = await readPictureHeader(bytes, file.path)
  const facts = photoFacts(header, bytes)
  const factsMs = lap()
  const picture = await decodePicture(bytes, header, { widthPx: image.width, heightPx: image.height }, file.path)
  const decodeMs = lap()
  if (thumbnailDir !== null) await writeThumbnail(picture, thumbnailPath(thumbnailDir, hash), file.path)
  const thumbnailMs = lap()
  const { tensor, rgb } = await makeTensor(picture, image)
  const tensorMs = lap()
  return {
    contentHash: hash,
    facts,
    averageColour: averageColour(rgb),
    tensor,
    stageTimes: { readMs, hashMs, factsMs, decodeMs, thumbnailMs, tensorMs },
  }
}

/** Facts from the head of a file alone; null where that does not tell (a TIFF keeps its directory at the end). */
export async function lookAtPhoto(file: FileToRead): Promise<PhotoFacts | null> {
  try {
    const head = await readFileHead(file.path, headBytes)
    return photoFacts(await readPictureHeader(head, file.path), head)
  } catch (error) {
    // Looking is only for the layout; what is wrong with the file is said when it is read.
    if (error instanceof ReadFailure) return null
    throw error
  }
}

/** A picture from outside, for the tensor alone. @throws ReadFailure */
export async function readPicture(bytes: Buffer, image: ImageInput): Promise<Float32Array<ArrayBuffer>> {
  const name = 'picture'
  const header = await readPictureHeader(bytes, name)
  const picture = await decodePicture(bytes, header, { widthPx: image.width, heightPx: image.height }, name)
  return (await makeTensor(picture, image)).tensor
}
