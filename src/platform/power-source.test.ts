import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { linuxPower } from './power-source.ts'

let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'winnow-power-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

function supply(name: string, facts: Readonly<Record<string, string>>): void {
  for (const [key, value] of Object.entries(facts)) {
    const file = join(dir, name, key)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${value}\n`)
  }
}

test('a laptop is on battery when it discharges and no cable brings power', () => {
  supply('AC', { type: 'Mains', online: '0' })
  supply('BAT0', { type: 'Battery', status: 'Discharging' })
  expect(linuxPower(dir).isOnBattery()).toBe(true)
  supply('AC', { online: '1' })
  expect(linuxPower(dir).isOnBattery()).toBe(false)
})

test('a desktop is not, nor one whose mouse has a battery, and a machine that lists nothing does not tell', () => {
  expect(linuxPower(dir).isOnBattery()).toBeNull()
  expect(linuxPower(join(dir, 'none')).isOnBattery()).toBeNull()
  supply('mouse', { type: 'Battery', status: 'Discharging', scope: 'Device' })
  expect(linuxPower(dir).isOnBattery()).toBeNull()
  supply('AC', { type: 'Mains', online: '0' })
  expect(linuxPower(dir).isOnBattery()).toBe(false)
})

test('who listens is told when the power changes', async () => {
  supply('BAT0', { type: 'Battery', status: 'Charging' })
  const power = linuxPower(dir, 5)
  const listener = vi.fn()
  const stop = power.onChanged(listener)
  supply('BAT0', { status: 'Discharging' })
  await vi.waitFor(() => expect(listener).toHaveBeenCalledOnce())
  expect(power.isOnBattery()).toBe(true)
  stop()
})
