import { expect, test } from 'vitest'
import { asksWhoPeopleAre } from './who-people-are.ts'

test.each([
  'muslim people',
  'a Jewish man',
  'GAY COUPLE',
  'homeless',
  'a   suspicious\tperson',
  'black_woman',
  'autistic child',
  'thieves',
  'illegal immigrants',
  'ﬁlthy rich people',
  'non-binary person',
  'attractive women',
])('%j asks who people are', (phrase) => {
  expect(asksWhoPeopleAre(phrase)).toBe(true)
})

test.each([
  'mosque',
  'church',
  'Christmas',
  'christening cake',
  'black dog',
  'white horse',
  'red bicycle',
  'a man in a black coat',
  'chinese food',
  'indian ocean',
  'wheelchair',
  'horse race',
  'gaylord hotel',
  'straight road',
  'people at a wedding',
  '',
])('%j asks what a photo shows', (phrase) => {
  expect(asksWhoPeopleAre(phrase)).toBe(false)
})
