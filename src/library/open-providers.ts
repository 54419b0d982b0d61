import type { LibraryContext } from './context.ts'
import { createBatteryPause } from './providers/battery-pause.ts'
import { createFirstTest } from './providers/first-test.ts'
import { providerHandlers } from './providers/provider-handlers.ts'
import { createProviderTests } from './providers/provider-tests.ts'

/** Puts together what runs the encoders: tests, wishes, battery. @param isWorking whether the person is at work */
export function openProviders(context: LibraryContext, isWorking: () => boolean) {
  const tests = createProviderTests(context)
  const battery = createBatteryPause(context)
  const firstTest = createFirstTest(context, tests, isWorking)
  return {
    handlers: providerHandlers(context, tests, battery),
    start: () => firstTest.consider(),
    /** Another model serves: its providers are tested where that has not happened. */
    modelChanged: () => firstTest.consider(),
    async close(): Promise<void> {
      battery.close()
      await Promise.all([firstTest.close(), tests.close()])
    },
  }
}
