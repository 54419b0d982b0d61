import { describe, expect, it } from 'vitest'
import { exifTimeMs } from './exif-time.ts'

describe('exifTimeMs', () => {
  it.each([
    ['2007:08:15 10:13:13', '2007-08-15T10:13:13.000Z'],
    ['2007-08-15T10:13:13+02:00', '2007-08-15T10:13:13.000Z'],
    ['2024:02:29 23:59:60', '2024-03-01T00:00:00.000Z'],
    ['1969:07:20 20:17', '1969-07-20T20:17:00.000Z'],
    ['1999:12:31', '1999-12-31T00:00:00.000Z'],
  ])('reads %s', (text, iso) => {
    expect(exifTimeMs(text)).toBe(Date.parse(iso))
  })

  it.each([
    '0000:00:00 00:00:00',
    '    :  :     :  :  ',
    '2023:02:30 10:00:00',
    '2023:13:01 10:00:00',
    '2023:00:10',
    '0001:01:01 00:00:00',
    '9999:12:31 00:00:00',
    '2023:01:01 25:00:00',
    'yesterday',
    '',
  ])('takes %j for no date', (text) => {
    expect(exifTimeMs(text)).toBeNull()
  })

  it('adds what comes after the second', () => {
    const second = exifTimeMs('2020:01:01 00:00:00')!
    expect(
      ['5', '41', '1234567', 'x', ''].map((digits) => exifTimeMs('2020:01:01 00:00:00', digits)! - second),
    ).toEqual([500, 410, 123, 0, 0])
  })
})
