import { expect, it } from 'vitest'
import { sizeText } from './size-text.ts'

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1.0 KB'],
  [3_449_000, '3.4 MB'],
  [120_400_000_000, '120 GB'],
  [9_900_000_000_000_000, '9,900 TB'],
])('says %i', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text)
})
