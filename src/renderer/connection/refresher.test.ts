import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRefresher } from './refresher.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A refresh that takes `workMs`, and the times at which it began and ended. */
function slowRefresh(workMs: number): { refresh: (kind: string) => Promise<void>; log: string[] } {
  const log: string[] = []
  const began = performance.now()
  const now = (): number => Math.round(performance.now() - began)
  return {
    log,
    refresh: async (kind) => {
      log.push(`${kind} begins at ${now()}`)
      await new Promise((resolve) => setTimeout(resolve, workMs))
      log.push(`${kind} ends at ${now()}`)
    },
  }
}

test('reads at once, then rests nine times as long as it took', async () => {
  const { refresh, log } = slowRefresh(100)
  const stale = createRefresher(refresh)
  stale('list')
  await vi.advanceTimersByTimeAsync(200)
  stale('list')
  stale('list')
  await vi.advanceTimersByTimeAsync(3000)
  expect(log).toEqual(['list begins at 0', 'list ends at 100', 'list begins at 1000', 'list ends at 1100'])
})

test('reads again when something became stale while it was reading', async () => {
  const { refresh, log } = slowRefresh(100)
  const stale = createRefresher(refresh)
  stale('list')
  await vi.advanceTimersByTimeAsync(50)
  stale('list')
  await vi.advanceTimersByTimeAsync(5000)
  expect(log.filter((line) => line.includes('begins'))).toEqual(['list begins at 0', 'list begins at 1000'])
})

test('under a steady stream of facts spends a tenth of the time and ends with the last one', async () => {
  const { refresh, log } = slowRefresh(400)
  const stale = createRefresher(refresh)
  for (let i = 0; i < 79; i++) {
    stale('list')
    await vi.advanceTimersByTimeAsync(250)
  }
  // 19.75 seconds: at 0, 4, 8, 12 and 16, and once more for the last fact.
  expect(log.filter((line) => line.includes('begins'))).toHaveLength(5)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(log.at(-1)).toBe('list ends at 20400')
})

test('kinds do not wait for each other', async () => {
  const { refresh, log } = slowRefresh(100)
  const stale = createRefresher(refresh)
  stale('list')
  stale('folders')
  await vi.advanceTimersByTimeAsync(1)
  expect(log).toEqual(['list begins at 0', 'folders begins at 0'])
})
