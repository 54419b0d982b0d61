import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFirstSight } from './first-sight.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const nothing = { photoIds: [], sections: [] } as never
const signal = new AbortController().signal

test('work waits until the first list is answered and painted', async () => {
  const sight = createFirstSight()
  const answer = Promise.withResolvers<never>()
  const list = sight.watch(() => answer.promise)
  let isOver = false
  void sight.over().then(() => (isOver = true))
  const listed = list({} as never, signal)
  await vi.advanceTimersByTimeAsync(2000)
  expect(isOver).toBe(false)
  answer.resolve(nothing)
  expect(await listed).toBe(nothing)
  expect(isOver).toBe(false)
  await vi.advanceTimersByTimeAsync(1000)
  expect(isOver).toBe(true)
})

test('work begins also where no window asks, or the list fails', async () => {
  const sight = createFirstSight()
  const list = sight.watch(() => Promise.reject(new Error('It failed')))
  let isOver = false
  void sight.over().then(() => (isOver = true))
  await expect(list({} as never, signal)).rejects.toThrow('It failed')
  await vi.advanceTimersByTimeAsync(6000)
  expect(isOver).toBe(true)
})
