import { describe, expect, it } from 'vitest'
import { formatMegapixels, formatPlace } from './format-facts.ts'

describe('facts of a photo', () => {
  it('say the half of the world', () => {
    expect(formatPlace(63.43049, 10.39506)).toBe('63.43049° N, 10.39506° E')
    expect(formatPlace(-33.86, -151.2)).toBe('33.86000° S, 151.20000° W')
  })

  it.each([
    [16, 16, null],
    [300, 200, null],
    [400, 250, '0.1 megapixels'],
    [1000, 1000, '1.0 megapixel'],
    [3160, 3160, '10 megapixels'],
    [6000, 4000, '24 megapixels'],
  ])('%i × %i are %s', (widthPx, heightPx, words) => {
    expect(formatMegapixels(widthPx, heightPx)).toBe(words)
  })
})
