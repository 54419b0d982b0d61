import { describe, expect, test } from 'vitest'
import { sampleWhy } from './sample-why.ts'
import { whySentence } from './why-sentence.ts'

describe('whySentence', () => {
  test.each([
    [{ wordsShare: 0.2 }, 'Winnow is sure of it. Mostly from your examples.'],
    [{ wordsShare: 0.9, band: 'not' as const }, 'Winnow does not think so. Mostly from the words.'],
    [{ wordsShare: 0.5 }, 'Winnow is sure of it. From the words and your examples alike.'],
    [
      { wordsShare: 0.5, words: -1, band: 'unsure' as const },
      'Winnow is not sure. Your examples speak for it and the words against.',
    ],
    [{ nearestYes: [], nearestNo: [] }, 'Winnow is sure of it. From the words alone.'],
  ])('says what counted: %o', (change, sentence) => {
    expect(whySentence(sampleWhy(change), 'Sunflower')).toBe(sentence)
  })

  test('puts the person’s own word first, and what Winnow would have said after it', () => {
    expect(whySentence(sampleWhy({ verdict: 'yes' }), 'Sunflower')).toBe(
      'You said it is Sunflower. Winnow never changes that.',
    )
    expect(whySentence(sampleWhy({ verdict: 'no' }), 'Sunflower')).toBe(
      'You said it is not Sunflower. Winnow never changes that. By itself it would have put it here.',
    )
    expect(whySentence(sampleWhy({ verdict: 'no', band: 'unsure' }), 'Sunflower')).toMatch(/would have asked\.$/)
  })
})
