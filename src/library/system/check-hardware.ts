import type { LibraryContext } from '../context.ts'
import { listProviders } from '../providers/list-providers.ts'
import type { Check } from './run-doctor.ts'

/** What looks at photos and why, what is known of the others, the driver, and where the power comes from. Tests nothing. */
export function checkHardware(context: LibraryContext): readonly Check[] {
  const { providers, why, notice, driver, threads, batchSize, power } = listProviders(context, {
    testing: null,
    isTesting: false,
  })
  return [
    {
      name: 'Hardware',
      status: notice === null ? 'ok' : 'warning',
      message: [why, ...(notice === null ? [] : [notice])].join(' '),
    },
    ...providers.map(({ label, sentence, finding }): Check => ({
      name: label,
      // What a machine just has not is no fault of it.
      status: finding !== null && ['wrong', 'crashed', 'too-slow'].includes(finding.kind) ? 'warning' : 'ok',
      message: sentence,
    })),
    {
      name: 'Driver',
      status: 'ok',
      message: `${driver}; ${threads.used} of ${threads.most} threads, ${batchSize.used} photos at once`,
    },
    { name: 'Power', status: 'ok', message: powerWords(power) },
  ]
}

function powerWords({
  isOnBattery,
  pausesOnBattery,
  usesLess,
}: {
  readonly isOnBattery: boolean | null
  readonly pausesOnBattery: boolean
  readonly usesLess: boolean
}): string {
  const source =
    isOnBattery === null
      ? 'This computer does not say where its power comes from'
      : isOnBattery
        ? 'On battery'
        : 'From the mains'
  const wishes = [...(usesLess ? ['uses less power'] : []), ...(pausesOnBattery ? ['pauses on battery'] : [])]
  return wishes.length === 0 ? source : `${source}; Winnow ${wishes.join(' and ')}`
}
