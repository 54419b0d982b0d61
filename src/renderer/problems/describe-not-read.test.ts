import { describe, expect, it } from 'vitest'
import { describeNotRead } from './describe-not-read.ts'

describe('files that are not read yet', () => {
  it('are counted over all folders, most first', () => {
    expect(
      describeNotRead([
        { mov: 41, heic: 300 },
        { heic: 12, cr3: 7 },
      ]),
    ).toBe('360 files are of a kind that Winnow does not read yet: 312 HEIC, 41 MOV and 7 CR3.')
  })

  it('are named up to six kinds', () => {
    const words = describeNotRead([{ a: 9, b: 8, c: 7, d: 6, e: 5, f: 4, g: 3, h: 2 }])
    expect(words).toBe(
      '44 files are of a kind that Winnow does not read yet: 9 A, 8 B, 7 C, 6 D, 5 E, 4 F and 5 others.',
    )
  })

  it('may be one, or none', () => {
    expect(describeNotRead([{ heic: 1 }])).toBe('One file is of a kind that Winnow does not read yet: HEIC.')
    expect(describeNotRead([{}, {}])).toBeNull()
  })
})
