import { describe, expect, it } from 'vitest'
import { nearestStep, precisionWords } from './precision-words.ts'

const words = (share: number): string => precisionWords({ share, low: 0, high: 1 })

describe('how many are right, in words', () => {
  it('is a guess before there are answers', () => {
    expect(precisionWords(null)).toBe('A guess until you answer a few.')
  })

  it('counts in tens, as people do', () => {
    expect([0.01, 0.32, 0.5, 0.91, 0.97].map(words)).toEqual([
      'Hardly any shown are right.',
      'About 3 of 10 shown are right.',
      'About half of those shown are right.',
      'About 9 of 10 shown are right.',
      'Nearly all shown are right.',
    ])
  })

  it('takes what is known nearest to the slider', () => {
    expect([0, 0.04, 0.06, 1, 7].map((strictness) => nearestStep(['a', 'b', 'c'], strictness))).toEqual([
      'a',
      'a',
      'a',
      'c',
      'c',
    ])
    expect(nearestStep(['a', 'b', 'c'], 0.3)).toBe('b')
  })
})
