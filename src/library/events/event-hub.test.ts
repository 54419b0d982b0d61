import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createEventHub } from './event-hub.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a fact is told at once, the next not before a quarter of a second, and the last is never lost', () => {
  const hub = createEventHub()
  const heard: unknown[] = []
  hub.onEvent((name, payload) => heard.push(name, payload))
  hub.announce('folders.changed', {})
  expect(heard).toEqual([])
  vi.advanceTimersByTime(1)
  expect(heard).toEqual(['folders.changed', {}])
  for (let i = 0; i < 100; i++) {
    hub.announce('folders.changed', {})
    vi.advanceTimersByTime(10)
  }
  expect(heard.length / 2).toBeLessThanOrEqual(6)
  const before = heard.length
  vi.advanceTimersByTime(1000)
  expect(heard.length).toBeLessThanOrEqual(before + 2)
})

test('photo ids add up, and too many become null', () => {
  const hub = createEventHub()
  const heard: unknown[] = []
  hub.onEvent((name, payload) => {
    if (name === 'photos.changed' && 'photoIds' in payload) heard.push(payload.photoIds)
  })
  hub.photosChanged([1, 2])
  hub.announce('photos.changed', { photoIds: [2, 3] })
  vi.advanceTimersByTime(300)
  hub.photosChanged(Array.from({ length: 3000 }, (_, i) => i + 1))
  hub.photosChanged([7])
  vi.advanceTimersByTime(300)
  hub.photosChanged([])
  vi.advanceTimersByTime(300)
  expect(heard).toEqual([[1, 2, 3], null])
})

test('closing tells what is still to be told', () => {
  const hub = createEventHub()
  const heard: string[] = []
  hub.onEvent((name) => heard.push(name))
  hub.announce('problems.changed', {})
  hub.close()
  expect(heard).toEqual(['problems.changed'])
})
