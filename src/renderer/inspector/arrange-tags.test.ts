import { describe, expect, it } from 'vitest'
import type { PhotoTag } from '../../contract/photos.ts'
import { arrangeTags } from './arrange-tags.ts'

function tag(name: string, change: Partial<PhotoTag>): PhotoTag {
  return {
    categoryId: 1,
    name,
    colour: '#000000',
    origin: 'built-in',
    saidBy: 'winnow',
    band: 'sure',
    probability: 0.9,
    ...change,
  }
}

describe('tags of a photo', () => {
  it('stand with the person’s word first, then the surest, guesses apart', () => {
    const { shown, unsure } = arrangeTags([
      tag('Lake', { band: 'unsure', probability: 0.97 }),
      tag('Dog', { probability: 0.8 }),
      tag('Beach', { saidBy: 'you', probability: 1 }),
      tag('Sea', { probability: 0.9 }),
    ])
    expect(shown.map(({ name }) => name)).toEqual(['Beach', 'Sea', 'Dog'])
    expect(unsure.map(({ name }) => name)).toEqual(['Lake'])
  })
})
