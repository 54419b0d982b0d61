import type { ApiHandlers } from '../../contract/api.ts'
import { WinnowError } from '../../contract/error.ts'
import { candidateProviders } from '../../core/providers/candidate-providers.ts'
import { providerWords } from '../../core/providers/provider-name.ts'
import type { LibraryContext } from '../context.ts'
import type { BatteryPause } from './battery-pause.ts'
import { listProviders } from './list-providers.ts'
import type { ProviderTests } from './provider-tests.ts'
import { providerWishes, setProviderWishes } from './provider-wishes.ts'
import { refuseReader } from '../refuse-reader.ts'

export function providerHandlers(
  context: LibraryContext,
  tests: ProviderTests,
  battery: BatteryPause,
): Pick<ApiHandlers, 'providers.list' | 'providers.test' | 'providers.configure'> {
  const { store, access, encoderChoice, worker } = context
  const candidates = candidateProviders(process.platform, process.arch)

  return {
    'providers.list': () => listProviders(context, tests),
    async 'providers.test'({ names }, signal) {
      for (const name of names ?? []) requireCandidate(name)
      await tests.test(names, signal)
      return listProviders(context, tests)
    },
    async 'providers.configure'(changes, signal) {
      refuseReader(access, 'Choose')
      const { choice } = changes
      if (choice !== undefined && choice !== null) requireCandidate(choice)
      const before = providerWishes(store.setting)
      setProviderWishes(store.setting, {
        choice: choice === undefined ? before.choice : choice,
        threads: changes.threads === undefined ? before.threads : changes.threads,
        batchSize: changes.batchSize === undefined ? before.batchSize : changes.batchSize,
        usesLessPower: changes.usesLessPower ?? before.usesLessPower,
        pausesOnBattery: changes.pausesOnBattery ?? before.pausesOnBattery,
      })
      battery.check()
      // What nobody has tested is not used.
      const isUntested =
        choice !== undefined &&
        choice !== null &&
        encoderChoice.findings.get(worker.target.model.modelKey, choice) === null
      if (isUntested && choice !== 'cpu') await tests.test([choice], signal)
      else tests.apply()
      return listProviders(context, tests)
    },
  }

  function requireCandidate(name: (typeof candidates)[number]): void {
    if (candidates.includes(name)) return
    const able = candidates.map((each) => providerWords[each].label).join(', ')
    throw new WinnowError(
      'invalid-input',
      `${providerWords[name].label} is not made for this system. It can use: ${able}.`,
    )
  }
}
