import { describe, expect, test } from 'vitest'
import { gainWords, lastGainWords } from './gain-words.ts'

describe('the gain of a review', () => {
  test.each([
    [0, 0, ''],
    [1, 1, '1 answer · 1 photo decided'],
    [12, 1340, '12 answers · 1,340 photos decided'],
    [3, -20, '3 answers'],
  ])('%i answers that decided %i photos: %s', (answers, decided, words) => {
    expect(gainWords(answers, decided)).toBe(words)
  })

  test.each([
    [null, 1, null],
    [1, 1, null],
    [15, 1, 'That decided 14 more'],
    [12, 12, null],
    [-5, 1, 'Now less certain of 5'],
  ])('a gain of %s by %i answers: %s', (gain, answered, words) => {
    expect(lastGainWords(gain, answered)).toBe(words)
  })
})
