import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBudget } from './budget.ts'

describe('createBudget', () => {
  it('never spends more than there is, but lets what exceeds it run alone, and finishes all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 40 }), async (weights) => {
        const budget = createBudget(20)
        const running = new Set<number>()
        let finished = 0
        await Promise.all(
          weights.map((weight, i) =>
            budget.spend(weight, async () => {
              running.add(i)
              const spent = [...running].reduce((sum, each) => sum + weights[each]!, 0)
              expect(spent <= 20 || running.size === 1).toBe(true)
              await new Promise((resolve) => setImmediate(resolve))
              running.delete(i)
              finished++
            }),
          ),
        )
        expect(finished).toBe(weights.length)
      }),
      { numRuns: 50 },
    )
  })

  it('gives the room back when the work fails', async () => {
    const budget = createBudget(1)
    await expect(budget.spend(1, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await expect(budget.spend(1, () => Promise.resolve('yes'))).resolves.toBe('yes')
  })
})
