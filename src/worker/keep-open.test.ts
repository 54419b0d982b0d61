import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepOpen } from './keep-open.ts'

describe('keepOpen', () => {
  let opened = 0
  let closed = 0
  const make = () =>
    keepOpen({
      open: async () => ++opened,
      close: async () => void closed++,
      idleMs: 1000,
    })

  beforeEach(() => {
    vi.useFakeTimers()
    opened = closed = 0
  })
  afterEach(() => vi.useRealTimers())

  it('opens once for all who ask, and closes when nobody has for so long', async () => {
    const kept = make()
    await Promise.all([kept.use(async (n) => n), kept.use(async (n) => n)])
    await vi.advanceTimersByTimeAsync(900)
    await kept.use(async (n) => n)
    await vi.advanceTimersByTimeAsync(900)
    expect([opened, closed]).toEqual([1, 0])
    await vi.advanceTimersByTimeAsync(200)
    expect([opened, closed]).toEqual([1, 1])
  })

  it('opens again on demand', async () => {
    const kept = make()
    await kept.use(async (n) => n)
    await vi.advanceTimersByTimeAsync(1001)
    expect(await kept.use(async (n) => n)).toBe(2)
  })

  it('does not close under someone who uses it', async () => {
    const kept = make()
    const long = kept.use(() => new Promise((resolve) => setTimeout(resolve, 5000)))
    await kept.use(async (n) => n)
    const closing = kept.close()
    await vi.advanceTimersByTimeAsync(4000)
    expect(closed).toBe(0)
    await vi.advanceTimersByTimeAsync(2000)
    await Promise.all([long, closing])
    expect(closed).toBe(1)
  })

  it('tries again after it could not be opened', async () => {
    const kept = keepOpen({
      open: async () => {
        if (++opened === 1) throw new Error('not yet')
        return opened
      },
      close: async () => void closed++,
      idleMs: 1000,
    })
    await expect(kept.use(async (n) => n)).rejects.toThrow('not yet')
    expect(await kept.use(async (n) => n)).toBe(2)
  })

  it('closes what is open when it is told to, once', async () => {
    const kept = make()
    await kept.use(async (n) => n)
    await kept.close()
    await kept.close()
    expect(closed).toBe(1)
  })
})
