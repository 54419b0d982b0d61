import { expect, test } from 'vitest'
import { createOneAtATime } from './one-at-a-time.ts'

test('work waits for the work before it, also when that failed', async () => {
  const oneAtATime = createOneAtATime()
  const steps: string[] = []
  const first = oneAtATime(async () => {
    steps.push('first begins')
    await new Promise((resolve) => setTimeout(resolve, 5))
    steps.push('first ends')
    throw new Error('It failed')
  })
  const second = oneAtATime(() => steps.push('second'))
  await expect(first).rejects.toThrow('It failed')
  expect(await second).toBe(3)
  expect(steps).toEqual(['first begins', 'first ends', 'second'])
})
