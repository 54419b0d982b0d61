import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Category } from '../../contract/categories.ts'
import { sampleCategory } from '../category-editor/sample-category.ts'
import { moveWithin, neighbours } from './own-order.ts'

function own(categoryId: number, position: number, parentId: number | null = null): Category {
  return sampleCategory({ categoryId, name: `Category ${categoryId}`, origin: 'own', position, parentId })
}

const orderOf = (categories: readonly Category[]): readonly number[] =>
  categories.toSorted((a, b) => a.position - b.position).map(({ categoryId }) => categoryId)

describe('moving one of the person’s own categories', () => {
  it('puts it where it was wanted and keeps the order of all others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(), fc.nat(), (count, from, to) => {
        const before = Array.from({ length: count }, (_, i) => own(i + 1, i))
        const movedId = (from % count) + 1
        const position = to % count
        const after = orderOf(moveWithin(before, movedId, position))
        expect(after[position]).toBe(movedId)
        expect(after.filter((id) => id !== movedId)).toEqual(orderOf(before).filter((id) => id !== movedId))
      }),
    )
  })

  it('leaves everything else as it was', () => {
    const builtIn: Category = { ...own(9, 0), origin: 'built-in' }
    expect(moveWithin([own(1, 0), builtIn, own(2, 1)], 2, 0)[1]).toEqual(builtIn)
    expect(moveWithin([own(1, 0)], 42, 0)).toEqual([own(1, 0)])
  })

  it('steps over those with another parent', () => {
    const categories = [own(1, 0), own(2, 1, 1), own(3, 2)]
    expect(neighbours(categories, own(3, 2))).toEqual({ above: 0, below: null })
    expect(neighbours(categories, own(1, 0))).toEqual({ above: null, below: 2 })
  })
})
