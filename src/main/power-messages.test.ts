import { expect, test, vi } from 'vitest'
import { powerMessages } from './power-messages.ts'

test('nothing is known before main has told, and each change is passed on once', () => {
  const power = powerMessages()
  const listener = vi.fn()
  const stop = power.onChanged(listener)
  expect(power.isOnBattery()).toBeNull()
  power.told(true)
  power.told(true)
  expect(power.isOnBattery()).toBe(true)
  expect(listener).toHaveBeenCalledOnce()
  stop()
  power.told(false)
  expect(power.isOnBattery()).toBe(false)
  expect(listener).toHaveBeenCalledOnce()
})
