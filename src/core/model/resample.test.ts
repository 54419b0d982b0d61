import { describe, expect, it } from 'vitest'
import { resample } from './resample.ts'

/** Grey pixels as RGB bytes. */
const grey = (values: readonly number[]): Uint8Array =>
  Uint8Array.from(values.flatMap((value) => [value, value, value]))
const red = (rgb: Uint8Array): number[] => [...rgb].filter((_, i) => i % 3 === 0)
const row = (widthPx: number) => ({ widthPx, heightPx: 1 })

describe('resample', () => {
  // Pillow 13.0.0: Image.fromarray(...).resize(...)
  it.each([
    ['bilinear', 6, [0, 20, 60, 140, 208, 255]],
    ['bicubic', 6, [0, 12, 56, 141, 217, 255]],
    ['lanczos', 6, [0, 8, 56, 136, 223, 255]],
    ['bilinear', 2, [40, 184]],
    ['bicubic', 2, [28, 195]],
    ['lanczos', 2, [23, 198]],
  ] as const)('gives what Pillow gives: %s to %i pixels', (resampling, widthPx, expected) => {
    expect(red(resample(grey([0, 40, 160, 255]), row(4), row(widthPx), resampling))).toEqual(expected)
  })

  it('keeps a picture in its place: its mirror image stays its mirror image', () => {
    const picture = [3, 200, 17, 90, 255]
    const there = red(resample(grey(picture), row(5), row(13), 'bicubic'))
    const mirrored = red(resample(grey(picture.toReversed()), row(5), row(13), 'bicubic'))
    expect(mirrored.toReversed()).toEqual(there)
  })

  it('treats rows and columns alike, when one grows and the other shrinks too', () => {
    const picture = grey([10, 200, 30, 40, 250, 60])
    const wide = red(resample(picture, { widthPx: 6, heightPx: 1 }, { widthPx: 3, heightPx: 1 }, 'bicubic'))
    const tall = red(resample(picture, { widthPx: 1, heightPx: 6 }, { widthPx: 1, heightPx: 3 }, 'bicubic'))
    expect(tall).toEqual(wide)
    const flat = resample(
      grey(Array.from({ length: 40 }, () => 77)),
      { widthPx: 4, heightPx: 10 },
      { widthPx: 9, heightPx: 3 },
      'lanczos',
    )
    expect(new Set(flat)).toEqual(new Set([77]))
  })

  it('leaves the same size as it is, colours apart', () => {
    const picture = Uint8Array.of(1, 2, 3, 250, 251, 252)
    expect([...resample(picture, row(2), row(2), 'bicubic')]).toEqual([...picture])
  })

  it('refuses bytes that are another picture', () => {
    expect(() => resample(grey([1, 2, 3]), row(2), row(4), 'bilinear')).toThrow(RangeError)
  })
})
