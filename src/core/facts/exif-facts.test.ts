import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exifFacts, exifTagNames, noExifFacts } from './exif-facts.ts'

const pixel = {
  DateTimeOriginal: ['2023:10:06 08:30:29'],
  SubSecTimeOriginal: ['647'],
  Make: ['Google'],
  Model: ['Pixel 6 Pro\u0000'],
  LensModel: ['Pixel 6 Pro back camera 19.0mm f/3.5'],
  ExposureTime: [9178, 1_000_000],
  FNumber: [350, 100],
  ISOSpeedRatings: 37,
  FocalLength: [19_000, 1000],
  GPSLatitude: [
    [48, 1],
    [51, 1],
    [94_203, 3125],
  ],
  GPSLatitudeRef: ['N'],
  GPSLongitude: [
    [2, 1],
    [17, 1],
    [40, 1],
  ],
  GPSLongitudeRef: ['W'],
}

describe('exifFacts', () => {
  it('reads a photo of a phone', () => {
    expect(exifFacts(pixel)).toEqual({
      takenAtMs: Date.parse('2023-10-06T08:30:29.647Z'),
      camera: 'Google Pixel 6 Pro',
      lens: 'Pixel 6 Pro back camera 19.0mm f/3.5',
      exposure: '1/109 s · f/3.5 · ISO 37 · 19 mm',
      latitude: 48.8583736,
      longitude: -2.2944444,
    })
  })

  it('does not say the maker twice', () => {
    expect(exifFacts({ Make: ['Canon'], Model: ['Canon EOS 30D'] }).camera).toBe('Canon EOS 30D')
  })

  it('takes the next date when the first is none', () => {
    expect(exifFacts({ DateTimeOriginal: ['0000:00:00 00:00:00'], DateTime: ['2001:02:03 04:05:06'] }).takenAtMs).toBe(
      Date.parse('2001-02-03T04:05:06Z'),
    )
  })

  it.each([
    [
      'no signal',
      {
        ...pixel,
        GPSLatitude: [
          [0, 1],
          [0, 1],
          [0, 1],
        ],
        GPSLongitude: [
          [0, 1],
          [0, 1],
          [0, 1],
        ],
      },
    ],
    [
      'zero denominators',
      {
        ...pixel,
        GPSLatitude: [
          [0, 0],
          [0, 0],
          [0, 0],
        ],
      },
    ],
    [
      'beyond the pole',
      {
        ...pixel,
        GPSLatitude: [
          [91, 1],
          [0, 1],
          [0, 1],
        ],
      },
    ],
    ['one of two missing', { ...pixel, GPSLongitude: undefined }],
  ])('knows no place: %s', (_, values) => {
    expect(exifFacts(values)).toMatchObject({ latitude: null, longitude: null })
  })

  it('has nothing to say about nothing', () => {
    expect(exifFacts({})).toEqual(noExifFacts)
  })

  it('never throws and never answers NaN, whatever a file claims', () => {
    const tags = fc.record(Object.fromEntries(exifTagNames.map((name) => [name, fc.anything({ maxDepth: 3 })])))
    fc.assert(
      fc.property(tags, (values) => {
        for (const fact of Object.values(exifFacts(values))) {
          expect(fact === null || typeof fact === 'string' || Number.isFinite(fact)).toBe(true)
        }
      }),
    )
  })
})
