import { expect, it } from 'vitest'
import { count, countOf, textTable, timeLeft } from './text-table.ts'

it('lines columns up, numbers to the right', () => {
  expect(
    textTable([
      ['Beach', '1,204', 'own'],
      ['Żółw 🐢', '7', 'built-in'],
    ]),
  ).toEqual(['Beach   1,204  own', 'Żółw 🐢      7  built-in'])
  expect(textTable([])).toEqual([])
})

it('says numbers for people', () => {
  expect([count(8310), countOf(1, 'photo', 'photos'), countOf(0, 'photo', 'photos')]).toEqual([
    '8,310',
    '1 photo',
    '0 photos',
  ])
  expect([null, 0.2, 59, 61, 3600, 7000].map(timeLeft)).toEqual([
    '',
    '1 s left',
    '59 s left',
    '1 min left',
    '60 min left',
    '2 h left',
  ])
})
