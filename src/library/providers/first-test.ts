import type { LibraryContext } from '../context.ts'
import { sleep } from '../timing/sleep.ts'
import { providerWishes } from './provider-wishes.ts'
import type { ProviderTests } from './provider-tests.ts'

export interface FirstTest {
  /** The library is open and shown, or another model serves. */
  consider(): void
  close(): Promise<void>
}

/** The person has seen their photos and the first rush is over. */
const afterMs = 5000
const lookAgainMs = 1000

/**
 * Tests by itself what was never tested with this model and driver: in the app, while the person does nothing, and not where
 * power is scarce. In a terminal a command is wanted now, and says of its own accord how to test.
 */
export function createFirstTest(context: LibraryContext, tests: ProviderTests, isWorking: () => boolean): FirstTest {
  const { surroundings, store, access } = context
  const closing = new AbortController()
  let running: Promise<void> | undefined

  const mayTest = (): boolean =>
    surroundings.power?.isOnBattery() !== true && !providerWishes(store.setting).usesLessPower

  const run = async (): Promise<void> => {
    await sleep(afterMs, closing.signal)
    while (isWorking() && !closing.signal.aborted) await sleep(lookAgainMs, closing.signal)
    if (closing.signal.aborted || !mayTest()) return
    await tests.testNew(closing.signal)
  }

  return {
    consider() {
      if (surroundings.hardware === undefined || surroundings.host === 'terminal' || access === 'read') return
      running ??= run()
        .catch((error: unknown) => {
          if (!closing.signal.aborted) surroundings.log('warn', 'Testing the hardware failed.', error)
        })
        .finally(() => {
          running = undefined
        })
    },
    async close() {
      closing.abort()
      await running
    },
  }
}
