import { beforeEach, describe, expect, it } from 'vitest'
import { freshColour, useDraft } from './draft-store.ts'

const answers = (): readonly (readonly [number, string])[] => [...useDraft.getState().draft.answers]

describe('a category that is being made', () => {
  beforeEach(() => useDraft.getState().reset())

  it('begins with photos that belong to it', () => {
    useDraft.getState().change({ name: 'left over' })
    useDraft.getState().beginWith([3, 4])
    expect(useDraft.getState().draft.name).toBe('')
    expect(answers()).toEqual([
      [3, 'yes'],
      [4, 'yes'],
    ])
  })

  it('takes the latest answer, and every step back and forth', () => {
    const { answer, undo, redo } = useDraft.getState()
    answer([1, 2], 'yes')
    answer([2], 'no')
    answer([1], 'undecided')
    expect(answers()).toEqual([[2, 'no']])
    undo()
    undo()
    expect(answers()).toEqual([
      [1, 'yes'],
      [2, 'yes'],
    ])
    redo()
    expect(answers()).toEqual([
      [1, 'yes'],
      [2, 'no'],
    ])
    answer([9], 'yes')
    redo()
    expect(answers()).toHaveLength(3)
  })

  it('gets a colour that few have', () => {
    expect(freshColour(['#c2584f', '#c2584f'])).toBe('#c9772f')
  })
})
