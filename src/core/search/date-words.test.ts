import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateWords } from './date-words.ts'

/** Wednesday. */
const now = Date.UTC(2024, 2, 13, 15, 30)

test.each([
  ['june 2024', 'June 2024', '2024-06-01', '2024-07-01', ''],
  ['Sept. 2019', 'September 2019', '2019-09-01', '2019-10-01', ''],
  ['2023-07', 'July 2023', '2023-07-01', '2023-08-01', ''],
  ['2023-12-31', '31 December 2023', '2023-12-31', '2024-01-01', ''],
  ['14.7.2023', '14 July 2023', '2023-07-14', '2023-07-15', ''],
  ['14th july 2023', '14 July 2023', '2023-07-14', '2023-07-15', ''],
  ['July 14, 2023', '14 July 2023', '2023-07-14', '2023-07-15', ''],
  ['2019', '2019', '2019-01-01', '2020-01-01', ''],
  ['2018 to 2020', '2018 – 2020', '2018-01-01', '2021-01-01', ''],
  ['2018-2020', '2018 – 2020', '2018-01-01', '2021-01-01', ''],
  ['yesterday', '12 March 2024', '2024-03-12', '2024-03-13', ''],
  ['today', '13 March 2024', '2024-03-13', '2024-03-14', ''],
  ['last week', 'Week of 4 March 2024', '2024-03-04', '2024-03-11', ''],
  ['last month', 'February 2024', '2024-02-01', '2024-03-01', ''],
  ['This Year', '2024', '2024-01-01', '2025-01-01', ''],
  ['dog on the beach in june 2024', 'June 2024', '2024-06-01', '2024-07-01', 'dog on the beach'],
  ['2019 sunset', '2019', '2019-01-01', '2020-01-01', 'sunset'],
])('%s is %s', (text, label, from, to, rest) => {
  expect(dateWords(text, now)).toEqual({ label, fromMs: Date.parse(from), toMs: Date.parse(to), rest })
})

test('last month in January is December of the year before', () => {
  expect(dateWords('last month', Date.UTC(2024, 0, 5))?.label).toBe('December 2023')
})

test.each(['dog', 'IMG_2019.jpg', '20190614', 'may', '12019', ''])('%j is no date', (text) => {
  expect(dateWords(text, now)).toBeNull()
})

test.each([
  ['31 june 2020', 'June 2020'],
  ['2023-13', '2023'],
  ['2020-02-30', 'February 2020'],
  ['2021 to 2019', '2021'],
])('in %j there is no such stretch, but %s', (text, label) => {
  expect(dateWords(text, now)?.label).toBe(label)
})

test('every day of sixty years is found again, and the stretch is one day', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1970-01-01'), max: new Date('2029-12-31'), noInvalidDate: true }), (date) => {
      const iso = date.toISOString().slice(0, 10)
      const found = dateWords(`party ${iso}`, now)
      expect(found?.fromMs).toBe(Date.parse(iso))
      expect(found!.toMs - found!.fromMs).toBe(86_400_000)
      expect(found?.rest).toBe('party')
      expect(dateWords(found!.label, now)?.fromMs).toBe(found?.fromMs)
    }),
  )
})
