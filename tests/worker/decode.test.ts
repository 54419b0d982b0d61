import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { decodePicture, readPictureHeader } from '../../src/worker/decode-picture.ts'
import type { Picture } from '../../src/worker/decode-picture.ts'
import { ReadFailure } from '../../src/worker/file-failure.ts'
import { corners, drawBomb, drawNoise, drawOriented, drawQuadrants } from '../fixtures/images/draw-images.ts'
import type { Rgb } from '../fixtures/images/draw-images.ts'

const frame = { widthPx: 260, heightPx: 260 }

async function decode(bytes: Buffer, name = 'photo.jpg'): Promise<Picture> {
  return decodePicture(bytes, await readPictureHeader(bytes, name), frame, name)
}

async function failureOf(bytes: Buffer, name = 'photo.jpg') {
  const error: unknown = await decode(bytes, name).then(
    () => 'it decoded',
    (reason: unknown) => reason,
  )
  return error instanceof ReadFailure ? error.failure : error
}

function pixel({ rgb, size }: Picture, x: number, y: number): Rgb {
  const at = (y * size.widthPx + x) * 3
  return [rgb[at]!, rgb[at + 1]!, rgb[at + 2]!]
}

/** Colours a quarter in from each corner, clockwise from the top left. */
function quadrantsOf(picture: Picture): readonly Rgb[] {
  const { widthPx, heightPx } = picture.size
  const [left, right] = [Math.floor(widthPx / 4), Math.floor((widthPx * 3) / 4)]
  const [top, bottom] = [Math.floor(heightPx / 4), Math.floor((heightPx * 3) / 4)]
  return [
    pixel(picture, left, top),
    pixel(picture, right, top),
    pixel(picture, right, bottom),
    pixel(picture, left, bottom),
  ]
}

function expectClose(found: readonly Rgb[], wanted: readonly Rgb[], tolerance = 6): void {
  const distances = found.map((colour, i) => Math.max(...colour.map((value, c) => Math.abs(value - wanted[i]![c]!))))
  expect(Math.max(...distances), JSON.stringify(found)).toBeLessThanOrEqual(tolerance)
}

describe('decodePicture', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('turns EXIF orientation %i upright, pixels and all', async (orientation) => {
    const picture = await decode(await drawOriented(orientation, 60, 40))
    expect(picture.size).toEqual({ widthPx: 60, heightPx: 40 })
    expectClose(quadrantsOf(picture), corners)
  })

  it('shrinks a large photo in the same orientation', async () => {
    const picture = await decode(await drawOriented(6, 2400, 1600))
    expect(picture.size).toEqual({ widthPx: 768, heightPx: 512 })
    expectClose(quadrantsOf(picture), corners)
  })

  it.each([
    ['png', (image: Sharp) => image.png()],
    ['webp', (image: Sharp) => image.webp({ lossless: true })],
    ['gif', (image: Sharp) => image.gif()],
    ['tiff', (image: Sharp) => image.tiff({ compression: 'lzw' })],
    ['avif', (image: Sharp) => image.avif({ lossless: true })],
    ['progressive jpeg', (image: Sharp) => image.jpeg({ progressive: true, quality: 95 })],
    ['16-bit png', (image: Sharp) => image.toColourspace('rgb16').png()],
    ['png with a palette', (image: Sharp) => image.png({ palette: true })],
  ])('reads %s, whatever its name says', async (_, write) => {
    const picture = await decode(await write(drawQuadrants(64, 48)).toBuffer(), 'holiday.jpg')
    expect(picture.size).toEqual({ widthPx: 64, heightPx: 48 })
    expectClose(quadrantsOf(picture), corners, 12)
  })

  it('spreads grey over three channels', async () => {
    for (const image of [
      drawQuadrants(64, 48).greyscale().jpeg({ quality: 95 }),
      drawQuadrants(64, 48).greyscale().toColourspace('grey16').png(),
    ]) {
      const picture = await decode(await image.toBuffer())
      expect(picture.rgb.length).toBe(64 * 48 * 3)
      const [red, green, blue] = pixel(picture, 10, 10)
      expect([green, blue]).toEqual([red, red])
      expect(red).toBeGreaterThan(40)
      expect(red).toBeLessThan(160)
    }
  })

  it('converts CMYK to colours that are still recognised', async () => {
    const picture = await decode(await drawQuadrants(64, 48).toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer())
    expectClose(quadrantsOf(picture), corners, 80)
  })

  it('converts by the colour profile', async () => {
    const p3 = await drawQuadrants(64, 48).withIccProfile('p3').png().toBuffer()
    const stored = await sharp(p3).metadata()
    expect(stored.icc).toBeDefined()
    expectClose(quadrantsOf(await decode(p3)), corners, 12)
  })

  it('lays what is transparent on white', async () => {
    const half = await sharp({
      create: { width: 32, height: 32, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0.5 } },
    })
      .png()
      .toBuffer()
    expectClose([pixel(await decode(half), 16, 16)], [[255, 127, 127]], 2)
    const clear = await sharp({
      create: { width: 32, height: 32, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .webp({ lossless: true })
      .toBuffer()
    expectClose([pixel(await decode(clear), 16, 16)], [[255, 255, 255]], 0)
  })

  it.each(['gif', 'webp'] as const)('takes the first frame of an animated %s', async (format) => {
    const frames = await Promise.all(
      corners.map(([r, g, b]) =>
        sharp({ create: { width: 40, height: 30, channels: 3, background: { r, g, b } } })
          .png()
          .toBuffer(),
      ),
    )
    const animated = await sharp(frames, { join: { animated: true } })
      .toFormat(format)
      .toBuffer()
    expect((await sharp(animated).metadata()).pages).toBe(4)
    const picture = await decode(animated)
    expect(picture.size).toEqual({ widthPx: 40, heightPx: 30 })
    expectClose(quadrantsOf(picture), [corners[0], corners[0], corners[0], corners[0]], 10)
  })

  it('keeps the short side of a panorama large enough for the model', async () => {
    const picture = await decode(await drawQuadrants(6000, 600).jpeg().toBuffer())
    expect(picture.size).toEqual({ widthPx: 3640, heightPx: 364 })
    expectClose(quadrantsOf(picture), corners)
  })

  describe('damaged files', () => {
    it('shows a photo that is half there', async () => {
      const jpeg = await drawNoise(400, 300).jpeg().toBuffer()
      const picture = await decode(jpeg.subarray(0, jpeg.length / 2))
      expect(picture.size).toEqual({ widthPx: 400, heightPx: 300 })
    })

    it('lists one of which only a stripe is left', async () => {
      const jpeg = await drawNoise(400, 300).jpeg().toBuffer()
      expect(await failureOf(jpeg.subarray(0, jpeg.length * 0.03), 'cut.jpg')).toEqual({
        kind: 'file',
        code: 'corrupt',
        message:
          '“cut.jpg” is damaged: too little of its picture can be read. If there is a copy elsewhere, take that.',
      })
    })

    it.each(['png', 'webp', 'tiff', 'avif', 'gif'] as const)('answers for a %s cut at any place', async (format) => {
      const whole = await drawNoise(120, 90).toFormat(format).toBuffer()
      for (const share of [0.01, 0.2, 0.5, 0.9, 0.99]) {
        const outcome = await failureOf(whole.subarray(0, Math.max(16, whole.length * share)))
        expect(outcome === 'it decoded' || typeof outcome === 'object').toBe(true)
      }
    })
  })

  it('refuses a bomb by its header', async () => {
    expect(await failureOf(await drawBomb(30_000, 30_000))).toMatchObject({ code: 'too-many-pixels' })
    expect(await failureOf(await drawBomb(2 ** 31 - 1, 2 ** 31 - 1))).toMatchObject({ kind: 'file' })
  })

  it.each([
    [
      'an iPhone’s HEIC',
      '\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1',
      'unsupported',
      '“photo.jpg” is a HEIC photo, which Winnow can’t read yet.',
    ],
    [
      'a drawing',
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
      'unsupported',
      '“photo.jpg” is an SVG drawing, which Winnow can’t read yet.',
    ],
    ['a document', '%PDF-1.7\n', 'not-an-image', '“photo.jpg” is a PDF document, not a picture.'],
    ['a note', 'Milk, bread, film', 'not-an-image', '“photo.jpg” is a text file, not a picture.'],
    [
      'a video',
      '\x00\x00\x00\x18ftypisom\x00\x00\x02\x00mp41',
      'not-an-image',
      '“photo.jpg” is a video, not a picture.',
    ],
    ['noise', '\x00\x01\x02\x03\x04', 'not-an-image', '“photo.jpg” holds nothing that Winnow knows as a picture.'],
  ])('says what %s is', async (_, content, code, message) => {
    expect(await failureOf(Buffer.from(content, 'latin1'))).toEqual({ kind: 'file', code, message })
  })
})
