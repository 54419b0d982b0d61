import { describe, expect, it } from 'vitest'
import { shownShare } from './shown-share.ts'

const size = { widthPx: 10, heightPx: 20 }
/** Busy where `isDecoded`, flat grey elsewhere. */
const picture = (isDecoded: (x: number, y: number) => boolean) =>
  Uint8Array.from({ length: 600 }, (_, i) => {
    const pixel = Math.floor(i / 3)
    return isDecoded(pixel % 10, Math.floor(pixel / 10)) ? (pixel * 37) % 251 : 129
  })

describe('shownShare', () => {
  it.each([
    ['a whole picture', () => true, 1],
    ['the bottom is missing', (_: number, y: number) => y < 5, 0.25],
    ['the top is missing, as when it was upside down', (_: number, y: number) => y >= 15, 0.25],
    ['the right is missing, as when it lay on its side', (x: number) => x < 6, 0.6],
    ['the left is missing', (x: number) => x >= 7, 0.3],
    ['nothing but one colour', () => false, 0],
  ])('%s', (_, isDecoded, share) => {
    expect(shownShare(picture(isDecoded), size)).toBeCloseTo(share, 5)
  })
})
