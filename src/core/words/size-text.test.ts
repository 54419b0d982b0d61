import { describe, expect, it } from 'vitest'
import { sizeText } from './size-text.ts'

describe('the words for a size', () => {
  it('are decimal, with one digit behind the point below ten', () => {
    expect([0, 1, 812, 1000, 3_400_000, 9_960_000, 120e9, 8e9, 5_000e12].map(sizeText)).toEqual([
      '0 bytes',
      '1 byte',
      '812 bytes',
      '1.0 kB',
      '3.4 MB',
      '10 MB',
      '120 GB',
      '8.0 GB',
      '5,000 TB',
    ])
  })
})
