import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { fileNameOf } from './file-name-of.ts'
import { freeName } from './free-name.ts'

it.each([
  [['Red bicycle'], 'Red bicycle.winnow.json'],
  [['Dog', 'Cat'], 'Winnow categories.winnow.json'],
  [['../../etc/passwd'], 'etc passwd.winnow.json'],
  [['a:b*c?"<d>|e'], 'a b c d e.winnow.json'],
  [['CON'], 'Category CON.winnow.json'],
  [['...'], 'Category.winnow.json'],
  [['été 🌞'], 'été 🌞.winnow.json'],
])('files of %j are called %s', (names, fileName) => {
  expect(fileNameOf(names)).toBe(fileName)
})

it('a file name is never a path', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
      expect(fileNameOf([name])).toMatch(/^[^\\/:*?"<>|\p{Cc}]+\.winnow\.json$/u)
    }),
  )
})

it('a name that is taken gets a number', () => {
  const taken = new Set(['Beach', 'Beach 2', 'x'.repeat(80)])
  const isTaken = (name: string): boolean => taken.has(name)
  expect(freeName('Dog', isTaken)).toBe('Dog')
  expect(freeName('Beach', isTaken)).toBe('Beach 3')
  expect(freeName('x'.repeat(80), isTaken)).toBe(`${'x'.repeat(78)} 2`)
})
