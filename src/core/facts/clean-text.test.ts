import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from './clean-text.ts'

describe('cleanText', () => {
  it.each([
    ['Canon\u0000\u0000', 'Canon'],
    ['  Pixel\r\n 6\t Pro ', 'Pixel 6 Pro'],
    ['évil\u202Egpj.exe', 'évil gpj.exe'],
    ['\u0000\u0001', null],
    ['', null],
    ['富士フイルム', '富士フイルム'],
    ['\ud800 half', 'half'],
  ])('%j becomes %j', (text, cleaned) => {
    expect(cleanText(text, 100)).toBe(cleaned)
  })

  it('cuts by characters, not through one', () => {
    expect(cleanText('📷📷📷', 2)).toBe('📷📷')
  })

  it('is one short line for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const cleaned = cleanText(text, 20)
        expect(cleaned === null || (cleaned.length > 0 && [...cleaned].length <= 20)).toBe(true)
        expect(cleaned ?? '').not.toMatch(/\p{Cc}/u)
      }),
    )
  })
})
