import { describe, expect, it } from 'vitest'
import { exposureText } from './exposure-text.ts'

const nothing = { seconds: null, fNumber: null, iso: null, focalLengthMm: null }

describe('exposureText', () => {
  it('says all four', () => {
    expect(exposureText({ seconds: 1 / 250, fNumber: 2.8, iso: 200, focalLengthMm: 35 })).toBe(
      '1/250 s · f/2.8 · ISO 200 · 35 mm',
    )
  })

  it.each([
    [{ seconds: 0.4 }, '0.4 s'],
    [{ seconds: 30 }, '30 s'],
    [{ seconds: 44 / 1_000_000 }, '1/22727 s'],
    [{ fNumber: 8 }, 'f/8'],
    [{ focalLengthMm: 6.81 }, '6.8 mm'],
    [{ seconds: 0, fNumber: 0, iso: 0, focalLengthMm: 0 }, null],
    [{ seconds: Number.NaN, fNumber: Infinity, iso: -1, focalLengthMm: 1e9 }, null],
    [{}, null],
  ])('%j is %j', (known, text) => {
    expect(exposureText({ ...nothing, ...known })).toBe(text)
  })
})
