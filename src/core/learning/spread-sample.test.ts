import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { spreadSample } from './spread-sample.ts'

const embedding = Float32Array.of(1)

test('takes as many as it may, balanced where it can be, in rising order, each once', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 60 }), fc.integer({ min: 2, max: 40 }), (answers, most) => {
      const examples = answers.map((isYes) => ({ embedding, isYes }))
      const sample = spreadSample(examples, most)
      expect(sample).toHaveLength(Math.min(most, examples.length))
      expect(sample).toEqual([...new Set(sample)].toSorted((a, b) => a - b))
      const yes = answers.filter(Boolean).length
      const no = answers.length - yes
      const half = most >> 1
      const taken = sample.filter((index) => answers[index]).length
      if (answers.length > most) {
        expect(taken).toBeGreaterThanOrEqual(Math.min(yes, half))
        expect(sample.length - taken).toBeGreaterThanOrEqual(Math.min(no, half))
      }
    }),
  )
})
