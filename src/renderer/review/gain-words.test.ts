import { describe, expect, test } from 'vitest'
import { gainWords, lastGainWords } from './gain-words.ts'

describe('the gain of a review', () => {
  test.each([
    [0, 0, null, ''],
    [0, 0, 34, '34 photos not sure'],
    [1, 1, 33, '1 answer · 1 photo decided'],
    [12, 1340, 5, '12 answers · 1,340 photos decided'],
    [3, -20, 1, '3 answers · 1 photo not sure'],
    [3, 0, null, '3 answers'],
  ])('%i answers that decided %i photos, with %s left: %s', (answers, decided, unsure, words) => {
    expect(gainWords(answers, decided, unsure)).toBe(words)
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
