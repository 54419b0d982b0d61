import { expect, test } from 'vitest'
import { bandOfBin, barHeights, histogramWords } from './histogram.ts'
import { sampleWhy } from './sample-why.ts'

test('a few photos are seen beside many', () => {
  const [many, few, none] = barHeights([10_000, 1, 0])
  expect(many).toBe(1)
  expect(few).toBeGreaterThan(0.03)
  expect(none).toBe(0)
  expect(barHeights([0, 0])).toEqual([0, 0])
})

test('bins stand where most of them lies', () => {
  const cuts = { unsureFrom: 0.4, sureFrom: 0.7 }
  expect([0, 9, 10, 16, 17, 23].map((bin) => bandOfBin(bin, 24, cuts))).toEqual([
    'not',
    'not',
    'unsure',
    'unsure',
    'sure',
    'sure',
  ])
})

test('the words say what the picture shows', () => {
  expect(histogramWords(sampleWhy())).toBe(
    'This photo is at 87 %. Photos are asked about from 40 % and shown from 70 %. Of 984 photos, about 52 are above that and 14 between.',
  )
})
