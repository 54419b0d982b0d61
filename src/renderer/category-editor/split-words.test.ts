import { describe, expect, it } from 'vitest'
import { addWords, splitWords } from './split-words.ts'

describe('wordings', () => {
  it('are divided by commas, semicolons and lines', () => {
    expect(splitWords(' a red bicycle, bike ;\n  old   bike,, bike')).toEqual(['a red bicycle', 'bike', 'old bike'])
  })

  it('are added once, whatever their case', () => {
    expect(addWords(['Bike'], ['bike', 'tandem'])).toEqual(['Bike', 'tandem'])
  })

  it('are at most thirty', () => {
    expect(
      addWords(
        [],
        Array.from({ length: 40 }, (_, i) => `word ${i}`),
      ),
    ).toHaveLength(30)
  })
})
