import { expect, test } from 'vitest'
import { foldWords, singular } from './fold-text.ts'
import { indexNames, namedExactly, typedFit } from './match-names.ts'

const things = [
  { id: 1, names: ['Dog', 'puppy'] },
  { id: 2, names: ['Hot dog'] },
  { id: 3, names: ['Beach', 'seaside'] },
  { id: 4, names: ['Café', 'coffee shop'] },
  { id: 5, names: ['Dog'] },
]

test('words fold to what a person means', () => {
  expect(foldWords('Été_2019 (Nîmes).JPG')).toEqual(['ete', '2019', 'nimes', 'jpg'])
  expect(foldWords('E\u0301te\u0301')).toEqual(foldWords('Été'))
  expect(foldWords('生日蛋糕 ①')).toEqual(['生日蛋糕', '1'])
  expect(foldWords(' ')).toEqual([])
  expect(['dogs', 'beaches', 'puppies', 'glass', 'buses', 'bus', 'cats'].map(singular)).toEqual([
    'dog',
    'beach',
    'puppy',
    'glass',
    'buse',
    'bus',
    'cat',
  ])
})

test.each([
  ['dogs', [[1, 5]]],
  ['PUPPIES', [[1]]],
  ['hot dogs', [[2]]],
  ['dog beach', [[1, 5], [3]]],
  ['cafe', [[4]]],
  ['dog on beach', null],
  ['dogfish', null],
  ['', null],
])('%j names %j', (text, expected) => {
  expect(namedExactly(text, indexNames(things))).toEqual(expected)
})

test.each([
  ['café', 'Cafe', 3],
  ['hot', 'Hot dog', 2],
  ['dog', 'Hot dog', 1],
  ['d h', 'Hot dog', 1],
  ['ot', 'Hot dog', 0],
  ['', 'Hot dog', 0],
] as const)('typing %j fits %j: %i', (text, name, fit) => {
  expect(typedFit(foldWords(text), foldWords(name))).toBe(fit)
})
