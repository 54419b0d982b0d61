import { describe, expect, it } from 'vitest'
import { sampleCategory } from '../category-editor/sample-category.ts'
import { addMember, joinable, type Member, moveMember } from './members.ts'

const categories = [
  sampleCategory({ categoryId: 1, name: 'Rex', origin: 'own' }),
  sampleCategory({ categoryId: 2, name: 'Luna', origin: 'own', choiceId: 7 }),
  sampleCategory({ categoryId: 3, name: 'Places', key: 'places-indoors' }),
  sampleCategory({ categoryId: 4, name: 'Indoors', key: 'places-indoors/indoors', parentId: 3 }),
]

const namesOf = (members: readonly Member[]): readonly string[] =>
  members.map(({ name, categoryId }) => `${name} ${categoryId ?? 'new'}`)

describe('what a choice is between', () => {
  it('can be what is in no other choice, and no heading', () => {
    expect(joinable(categories, [], null).map(({ name }) => name)).toEqual(['Rex', 'Indoors'])
    expect(joinable(categories, [], 7).map(({ name }) => name)).toEqual(['Rex', 'Luna', 'Indoors'])
  })

  it('is found by name, made where there is none, and is in it once', () => {
    const one = addMember(categories, [], null, ' rex ')
    const two = addMember(categories, one, null, 'Tom')
    expect(namesOf(two)).toEqual(['Rex 1', 'Tom new'])
    expect(addMember(categories, two, null, 'REX')).toBe(two)
    expect(addMember(categories, two, null, 'tom')).toBe(two)
    expect(addMember(categories, two, null, 'Luna')).toBe(two)
    expect(namesOf(addMember(categories, two, 7, 'Luna'))).toEqual(['Rex 1', 'Tom new', 'Luna 2'])
  })

  it('keeps an order that can be changed', () => {
    const members = addMember(categories, addMember(categories, [], null, 'Rex'), null, 'Tom')
    expect(namesOf(moveMember(members, 1, -1))).toEqual(['Tom new', 'Rex 1'])
    expect(moveMember(members, 1, 1)).toBe(members)
  })
})
