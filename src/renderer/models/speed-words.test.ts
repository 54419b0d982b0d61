import { describe, expect, it } from 'vitest'
import { comparisonWords, durationWords, expectedSpeedWords, photosPerSecondWords } from './speed-words.ts'

describe('how fast a model is here', () => {
  it('is said next to the one in use, with how long the library takes', () => {
    const model = { speed: { measured: null, expected: 21 } }
    expect(expectedSpeedWords(model, 63, 154_000)).toBe(
      'About 3 times slower: 21 photos/s, about 2 h for your 154,000 photos',
    )
  })

  it('is not "about" once it was measured here', () => {
    const model = { speed: { measured: 126, expected: 90 } }
    expect(expectedSpeedWords(model, 63, 8310)).toBe('2 times faster: 126 photos/s, about 1 min for your 8,310 photos')
  })

  it('leaves out what is not known', () => {
    expect(expectedSpeedWords({ speed: { measured: null, expected: null } }, 63, 10)).toBeNull()
    expect(expectedSpeedWords({ speed: { measured: null, expected: 21 } }, null, 0)).toBe('About 21 photos/s')
  })

  it.each([
    [60, 63, 'as fast'],
    [21, 63, '3 times slower'],
    [10, 63, '6 times slower'],
    [95, 63, '1.5 times faster'],
  ])('%i/s beside %i/s is "%s"', (one, other, words) => {
    expect(comparisonWords(one, other)).toBe(words)
  })

  it.each([
    [20, 'less than a minute'],
    [7 * 60, 'about 7 min'],
    [58 * 60, 'about 1 h'],
    [5400, 'about 1.5 h'],
    [20 * 3600 + 900, 'about 20 h'],
    [73 * 3600, 'about 3 days'],
  ])('%i s is "%s"', (seconds, words) => {
    expect(durationWords(seconds)).toBe(words)
  })

  it('shows tenths only where they matter', () => {
    expect(photosPerSecondWords(0.84)).toBe('0.8 photos/s')
    expect(photosPerSecondWords(62.7)).toBe('63 photos/s')
  })
})
