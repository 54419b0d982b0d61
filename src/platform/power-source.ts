import { join } from 'node:path'
import { namesIfThere, textIfThere } from './read-if-there.ts'

/** Where the power comes from, by files of Linux. Other systems tell only Electron (src/main/power-messages). */
export interface LinuxPower {
  /** Null where the machine does not tell: no supply is listed. */
  isOnBattery(): boolean | null
  /** Looks now and then while somebody listens. @returns what ends it */
  onChanged(listener: () => void): () => void
}

const lookMs = 10_000

/** @param suppliesDir another folder in tests */
export function linuxPower(suppliesDir = '/sys/class/power_supply', everyMs = lookMs): LinuxPower {
  const isOnBattery = (): boolean | null => {
    const supplies = namesIfThere(suppliesDir).map((name) => ({
      // Batteries of mice and keyboards have the scope of a device.
      isOfMachine: textIfThere(join(suppliesDir, name, 'scope')) !== 'Device',
      type: textIfThere(join(suppliesDir, name, 'type')),
      online: textIfThere(join(suppliesDir, name, 'online')),
      status: textIfThere(join(suppliesDir, name, 'status')),
    }))
    const batteries = supplies.filter(({ type, isOfMachine }) => type === 'Battery' && isOfMachine)
    const mains = supplies.filter(({ type, online }) => (type === 'Mains' || type === 'USB') && online !== undefined)
    if (mains.some(({ online }) => online === '1')) return false
    if (batteries.length > 0) return batteries.some(({ status }) => status === 'Discharging')
    return mains.length > 0 ? false : null
  }

  return {
    isOnBattery,
    onChanged(listener) {
      let before = isOnBattery()
      const timer = setInterval(() => {
        const now = isOnBattery()
        if (now === before) return
        before = now
        listener()
      }, everyMs)
      timer.unref()
      return () => clearInterval(timer)
    },
  }
}
