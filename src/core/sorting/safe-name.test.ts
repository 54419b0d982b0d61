import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isExcludedName } from '../scan/excluded-name.ts'
import { foldName, foldPath } from './fold-path.ts'
import { safeFileName, safeFolderName } from './safe-name.ts'
import { shortenText, utf8Bytes } from './shorten-text.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom('.', ' ', 'C', 'O', 'N', '1', ':', '/', '\u0000', 'é', '👩‍👩‍👧', '\ud800'),
    maxLength: 12,
  }),
)

describe('names that every system holds', () => {
  it.each([
    ['IMG_1.jpg', 'IMG_1.jpg'],
    ['été 🌞 (2).JPG', 'été 🌞 (2).JPG'],
    [' a..jpg', ' a..jpg'],
    ['a:b?.jpg', 'a_b_.jpg'],
    ['a\nb.jpg', 'a_b.jpg'],
    ['a.jpg. .', 'a.jpg'],
    ['CON', 'CON_'],
    ['nul.tar.gz', 'nul_.tar.gz'],
    ['COM¹ .jpg', 'COM¹_ .jpg'],
    ['CONSOLE.jpg', 'CONSOLE.jpg'],
    ['COM10.jpg', 'COM10.jpg'],
    ['', '_'],
    ['..', '_'],
    ['\ud800.jpg', '\ufffd.jpg'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe)
  })

  it.each([
    ['Cats/Dogs', 'Cats_Dogs'],
    ['../../etc', '__.._etc'],
    [' Family ', 'Family'],
    ['.hidden', '_hidden'],
    ['node_modules', 'node_modules_'],
    ['@eaDir', '@eaDir_'],
    ['Old.lrdata', 'Old.lrdata_'],
  ])('the folder %j becomes %j', (name, safe) => {
    expect(safeFolderName(name, 255)).toBe(safe)
  })

  it('whatever the text, the name is one name, is not passed by, and stays', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 12, max: 60 }), (text, mostBytes) => {
        const file = safeFileName(text)
        expect(file).not.toMatch(/[<>:"/\\|?*\p{Cc}]|[. ]$|^$/u)
        expect(safeFileName(file)).toBe(file)
        const folder = safeFolderName(text, mostBytes)
        expect(folder).not.toMatch(/[<>:"/\\|?*\p{Cc}]|[. ]$|^$|^ /u)
        expect(isExcludedName(folder)).toBe(false)
        expect(utf8Bytes(folder)).toBeLessThanOrEqual(mostBytes)
      }),
    )
  })
})

describe('shorter names', () => {
  it('are cut between characters', () => {
    expect(shortenText('ab👩‍👩‍👧c', 10, 100)).toBe('ab')
    expect(shortenText('e\u0301e\u0301', 5, 100)).toBe('e\u0301')
    expect(shortenText('a. b', 3, 100)).toBe('a')
    expect(shortenText('abc', 3, 3)).toBe('abc')
  })

  it('count the bytes that UTF-8 has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(utf8Bytes(text)).toBe(new TextEncoder().encode(text).length)
      }),
    )
  })
})

describe('one key for names that are one somewhere', () => {
  it.each([
    ['IMG_1.JPG', 'img_1.jpg'],
    ['Été', 'E\u0301TE\u0301'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['ΟΔΟΣ', 'οδος'],
  ])('%j is %j', (a, b) => {
    expect(foldName(a)).toBe(foldName(b))
  })

  it('keeps apart what differs everywhere', () => {
    expect(foldName('a b')).not.toBe(foldName('ab'))
    expect(foldPath('A/É')).toBe(foldPath('a/e\u0301'))
  })
})
