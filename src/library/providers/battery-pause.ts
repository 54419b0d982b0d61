import type { LibraryContext } from '../context.ts'
import { providerWishes } from './provider-wishes.ts'

export interface BatteryPause {
  /** The person changed their mind, or the power did. */
  check(): void
  close(): void
}

/** Holds work in the background while the machine runs on its battery, where the person wants that. */
export function createBatteryPause({
  surroundings,
  store,
  hold,
  events,
}: Pick<LibraryContext, 'surroundings' | 'store' | 'hold' | 'events'>): BatteryPause {
  const { power } = surroundings
  let release: (() => void) | undefined

  const check = (): void => {
    const mustWait = power?.isOnBattery() === true && providerWishes(store.setting).pausesOnBattery
    if (mustWait) release ??= hold.add('Paused while on battery. Winnow goes on when the power is back.')
    else {
      release?.()
      release = undefined
    }
  }
  const stop = power?.onChanged(() => {
    check()
    events.announce('providers.changed', {})
  })
  check()
  return {
    check,
    close() {
      stop?.()
      release?.()
    },
  }
}
