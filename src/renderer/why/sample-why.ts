import type { Why } from '../../contract/teaching.ts'

/** For tests: a photo that is shown because of words and examples, but for what a test cares about. */
export function sampleWhy(change: Partial<Why> = {}): Why {
  return {
    band: 'sure',
    probability: 0.87,
    verdict: 'undecided',
    wordsShare: 0.4,
    words: 1,
    examples: 1.5,
    nearestYes: [{ photoId: 4, name: 'IMG_4.jpg', likeness: 0.8 }],
    nearestNo: [{ photoId: null, name: 'daisy.png', likeness: 0.3 }],
    histogram: Array.from({ length: 24 }, (_, bin) => (bin === 0 ? 900 : bin === 23 ? 40 : 2)),
    sureFrom: 0.7,
    unsureFrom: 0.4,
    ...change,
  }
}
