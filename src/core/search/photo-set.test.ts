import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { countShared, createPhotoSet } from './photo-set.ts'

const sorted = (set: Set<number>): number[] => [...set].sort((x, y) => x - y)

const idsArbitrary = fc.array(fc.integer({ min: 1, max: 2000 }), { maxLength: 200 })

test('behaves like a Set of numbers', () => {
  fc.assert(
    fc.property(idsArbitrary, idsArbitrary, idsArbitrary, (first, second, gone) => {
      const [a, b] = [createPhotoSet(first), createPhotoSet(second)]
      const [setA, setB] = [new Set(first), new Set(second)]
      for (const id of gone) {
        a.delete(id)
        setA.delete(id)
      }
      expect(a.ids()).toEqual(sorted(setA))
      expect(a.count()).toBe(setA.size)
      expect(countShared(a, b)).toBe(sorted(setA).filter((id) => setB.has(id)).length)
      const both = a.copy()
      both.addAll(b)
      expect(both.ids()).toEqual(sorted(new Set([...setA, ...setB])))
      both.deleteAll(b)
      expect(both.ids()).toEqual(sorted(setA).filter((id) => !setB.has(id)))
      const most = createPhotoSet()
      most.addAll(b, a, createPhotoSet([7]))
      expect(most.ids()).toEqual(sorted(setB).filter((id) => !setA.has(id) && id !== 7))
      const shared = a.copy()
      shared.keepOnly(b)
      expect(shared.ids()).toEqual(sorted(setA).filter((id) => setB.has(id)))
      expect(a.ids()).toEqual(sorted(setA))
      for (const id of [1, 31, 32, 2000, 99_999]) expect(a.has(id)).toBe(setA.has(id))
    }),
  )
})

test('the highest bit of a word is a photo like any other', () => {
  const set = createPhotoSet([31, 63])
  expect(set.ids()).toEqual([31, 63])
  expect(set.count()).toBe(2)
  set.clear()
  expect(set.count()).toBe(0)
})
