import { expect, test } from 'vitest'
import { answersHardlyHelp } from './answers-hardly-help.ts'

const foreseen = { isYes: true, guessedYes: true }
const surprise = { isYes: false, guessedYes: true }
const times = <T>(count: number, value: T): readonly T[] => Array.from({ length: count }, () => value)

test('ends when ten answers in a row hold at most one surprise', () => {
  expect(answersHardlyHelp(times(10, foreseen))).toBe(true)
  expect(answersHardlyHelp([...times(9, foreseen), surprise])).toBe(true)
  expect(answersHardlyHelp([...times(8, foreseen), surprise, surprise])).toBe(false)
})

test('goes on while there are fewer than ten answers, and forgets those long ago', () => {
  expect(answersHardlyHelp([])).toBe(false)
  expect(answersHardlyHelp(times(9, foreseen))).toBe(false)
  expect(answersHardlyHelp([...times(20, surprise), ...times(10, foreseen)])).toBe(true)
})
