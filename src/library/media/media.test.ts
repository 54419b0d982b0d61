import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseByteRange } from './byte-range.ts'
import { parseMediaAddress } from './media-address.ts'

test('only the two kinds with a plain id are addresses', () => {
  expect(parseMediaAddress('http://127.0.0.1:1/media/thumb/42?v=1')).toEqual({
    kind: 'thumb',
    photoId: 42,
    hasVersion: true,
  })
  expect(parseMediaAddress('app://app/media/full/7')).toEqual({ kind: 'full', photoId: 7, hasVersion: false })
  const others = [
    '/media/thumb/0',
    '/media/thumb/01',
    '/media/thumb/-1',
    '/media/thumb/1e3',
    '/media/thumb/1.5',
    '/media/thumb/99999999999',
    '/media/thumb/',
    '/media/thumb/1/2',
    '/media/thumb/..%2F..%2Fetc%2Fpasswd',
    '/media/other/1',
    '/media/thumb/1%00',
    '/media/thumb/%31',
    '/media//thumb/1',
    '/MEDIA/thumb/1',
  ]
  expect(others.filter((path) => parseMediaAddress(`http://127.0.0.1${path}`) !== null)).toEqual([])
  expect(parseMediaAddress('/media/thumb/1')).toBe(null)
})

test('a range lies within the file, or there is none', () => {
  const anyHeader = fc.oneof(
    fc.string(),
    fc.tuple(fc.nat(200), fc.nat(200)).map(([first, last]) => `bytes=${first}-${last}`),
    fc.nat(200).map((first) => `bytes=${first}-`),
    fc.nat(200).map((length) => `bytes=-${length}`),
  )
  fc.assert(
    fc.property(anyHeader, fc.nat(100), (header, sizeBytes) => {
      const range = parseByteRange(header, sizeBytes)
      if (typeof range === 'string') return
      expect(range.first >= 0 && range.first <= range.last && range.last < sizeBytes).toBe(true)
    }),
  )
})

test('ranges as RFC 9110 means them', () => {
  const ranges = [
    'bytes=0-9',
    'bytes=90-',
    'bytes=-10',
    'bytes=50-1000',
    'bytes=100-',
    'bytes=-0',
    'bytes=0-1,5-6',
    'bytes=9-1',
    null,
  ]
  expect(ranges.map((header) => parseByteRange(header, 100))).toEqual([
    { first: 0, last: 9 },
    { first: 90, last: 99 },
    { first: 90, last: 99 },
    { first: 50, last: 99 },
    'unsatisfiable',
    'unsatisfiable',
    'all',
    'all',
    'all',
  ])
})
