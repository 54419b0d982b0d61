import { expect, test } from 'vitest'
import { choiceAnswer } from './choice-answer.ts'

const pets = { categoryIds: [1, 2] }
const tag = (categoryId: number, saidBy: 'you' | 'winnow') =>
  ({ categoryId, name: '', colour: '#80796f', origin: 'own', saidBy, band: 'sure', probability: 1 }) as const
const no = (categoryId: number) => ({ categoryId, name: '' })

test('a choice is answered by a yes to one of it, or a no to all of it', () => {
  expect(choiceAnswer(pets, { tags: [tag(9, 'you'), tag(2, 'you')], saidNo: [no(1)] })).toEqual({
    said: 2,
    thought: null,
  })
  expect(choiceAnswer(pets, { tags: [], saidNo: [no(1), no(2)] }).said).toBe('none')
  expect(choiceAnswer(pets, { tags: [], saidNo: [no(1)] }).said).toBeNull()
  expect(choiceAnswer(pets, { tags: [tag(1, 'winnow')], saidNo: [] })).toEqual({ said: null, thought: 1 })
})
