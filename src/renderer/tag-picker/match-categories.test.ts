import { describe, expect, it } from 'vitest'
import type { Category } from '../../contract/categories.ts'
import { sampleCategory } from '../category-editor/sample-category.ts'
import { isNamed, matchCategories } from './match-categories.ts'

function category(name: string, change: Partial<Category> = {}): Category {
  return sampleCategory({ categoryId: 1, name, ...change })
}

const names = (categories: readonly Category[]): readonly string[] => categories.map(({ name }) => name)

describe('categories that fit what is typed', () => {
  const all = [
    category('Racing car'),
    category('Aeroplane', { synonyms: ['plane', 'aircraft'] }),
    category('Scarf'),
    category('Car'),
    category('Carnival', { origin: 'own' }),
    category('Café', { synonyms: ['coffee shop'] }),
  ]

  it('come best first, own ones before built-in ones', () => {
    expect(names(matchCategories(all, 'car'))).toEqual(['Carnival', 'Car', 'Racing car', 'Scarf'])
  })

  it('are found by synonym, whatever case and accents', () => {
    expect(names(matchCategories(all, 'PLANE'))).toEqual(['Aeroplane'])
    expect(names(matchCategories(all, 'cafe'))).toEqual(['Café'])
    expect(names(matchCategories(all, 'shop'))).toEqual(['Café'])
  })

  it('are all there while nothing is typed', () => {
    expect(matchCategories(all, '  ')).toHaveLength(all.length)
  })

  it('are known by name whatever case and accents', () => {
    expect(isNamed(category('Café'), ' CAFE ')).toBe(true)
    expect(isNamed(category('Car'), 'carn')).toBe(false)
  })
})
