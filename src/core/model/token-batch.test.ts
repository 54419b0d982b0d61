import { describe, expect, it } from 'vitest'
import { padTokens, truncateTokens } from './token-batch.ts'

const plain = [11, 12, 13, 14, 15]

describe('truncateTokens', () => {
  it('leaves a text that fits', () => {
    expect(truncateTokens([1, ...plain, 2], plain, 7)).toEqual([1, ...plain, 2])
  })

  it('keeps the special tokens at both ends', () => {
    expect(truncateTokens([1, ...plain, 2], plain, 4)).toEqual([1, 11, 12, 2])
  })

  it('keeps a special token that stands at the end alone', () => {
    expect(truncateTokens([...plain, 2], plain, 3)).toEqual([11, 12, 2])
  })

  it('cuts a text without special tokens', () => {
    expect(truncateTokens(plain, plain, 3)).toEqual([11, 12, 13])
  })
})

describe('padTokens', () => {
  it('pads to the longest text', () => {
    expect(
      padTokens(
        [
          [1, 2],
          [1, 5, 2],
        ],
        { maxTokens: 8, padding: 'longest', padId: 9 },
      ),
    ).toEqual({
      rows: 2,
      length: 3,
      ids: [1, 2, 9, 1, 5, 2],
      mask: [1, 1, 0, 1, 1, 1],
    })
  })

  it('pads to all tokens when the model wants that', () => {
    expect(padTokens([[7]], { maxTokens: 3, padding: 'max', padId: 0 })).toEqual({
      rows: 1,
      length: 3,
      ids: [7, 0, 0],
      mask: [1, 0, 0],
    })
  })
})
