import { useQueryClient } from '@tanstack/react-query'
import { create } from 'zustand'
import type { ProviderList } from '../../contract/providers.ts'
import type { ProviderName } from '../../core/providers/provider-name.ts'
import { sentenceOf } from '../connection/attempt.ts'
import { library } from '../connection/library.tsx'

interface HardwareState {
  /** What went wrong last, until it is closed. */
  readonly error: string | null
}

interface HardwareChange {
  readonly choice?: ProviderName | null
  readonly threads?: number | null
  readonly batchSize?: number | null
  readonly usesLessPower?: boolean
  readonly pausesOnBattery?: boolean
}

const key = ['providers.list', {}]

// Answers may overtake each other; an earlier one must not bring back what was changed since.
let lastAsked = 0

/** What belongs to the page of hardware and must outlive it. */
export const useHardwareError = create<HardwareState>(() => ({ error: null }))

/** Changes how photos are looked at, at once on screen, and tests what could look at them. */
export function useHardware(): {
  readonly configure: (change: HardwareChange) => void
  readonly test: (names?: readonly ProviderName[]) => void
} {
  const queries = useQueryClient()
  const show = async (asked: Promise<ProviderList>): Promise<void> => {
    useHardwareError.setState({ error: null })
    const number = ++lastAsked
    try {
      const list = await asked
      if (number === lastAsked) queries.setQueryData<ProviderList>(key, list)
    } catch (error) {
      useHardwareError.setState({ error: sentenceOf(error) })
      await queries.invalidateQueries({ queryKey: ['providers.list'] })
    }
  }
  return {
    configure: (change) => {
      queries.setQueryData<ProviderList>(key, (before) => before && changed(before, change))
      void show(library['providers.configure'](change))
    },
    test: (names) => void show(library['providers.test'](names === undefined ? {} : { names: [...names] })),
  }
}

/** As it will be, as far as that can be said before the library has done it. */
function changed(list: ProviderList, change: HardwareChange): ProviderList {
  const { choice, threads, batchSize, usesLessPower, pausesOnBattery } = change
  return {
    ...list,
    choice: choice === undefined ? list.choice : choice,
    threads: threads === undefined ? list.threads : { ...list.threads, choice: threads },
    batchSize: batchSize === undefined ? list.batchSize : { ...list.batchSize, choice: batchSize },
    power: {
      ...list.power,
      usesLess: usesLessPower ?? list.power.usesLess,
      pausesOnBattery: pausesOnBattery ?? list.power.pausesOnBattery,
    },
  }
}
