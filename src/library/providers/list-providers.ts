import { availableParallelism } from 'node:os'
import type { ProviderList } from '../../contract/providers.ts'
import { findingSentence } from '../../core/providers/finding-sentence.ts'
import { providerWords } from '../../core/providers/provider-name.ts'
import { whySentence } from '../../core/providers/why-sentence.ts'
import type { LibraryContext } from '../context.ts'
import { providerWishes } from './provider-wishes.ts'
import type { ProviderTests } from './provider-tests.ts'

type Means = Pick<LibraryContext, 'surroundings' | 'store' | 'shelf' | 'worker' | 'encoderChoice'>

/** All that this machine could use for the model that serves, with what is known of it and what is used. */
export function listProviders(
  { surroundings, store, shelf, worker, encoderChoice }: Means,
  tests: Pick<ProviderTests, 'testing' | 'isTesting'>,
): ProviderList {
  const { findings } = encoderChoice
  const { model, settings } = worker.target
  const { chosen, known } = encoderChoice.chosenFor(model)
  const wishes = providerWishes(store.setting)
  const usedFinding = known.find(({ name }) => name === settings.provider)?.finding
  const used = {
    name: settings.provider,
    photosPerSecond: usedFinding?.kind === 'works' ? usedFinding.photosPerSecond : null,
  }
  return {
    providers: known.map(({ name, finding }) => ({
      name,
      label: providerWords[name].label,
      finding,
      testedAtMs: findings.get(model.modelKey, name)?.testedAtMs ?? null,
      isBeingTested: tests.testing === name,
      isUsed: name === used.name,
      sentence: findingSentence({ name, finding, isUsed: name === used.name, used }),
    })),
    why: whySentence(chosen, known, wishes.choice),
    notice: noticeOf(known),
    modelName: shelf.find(model.modelKey)?.card.name ?? null,
    driver: findings.driver,
    isTesting: tests.isTesting,
    choice: wishes.choice,
    threads: { choice: wishes.threads, used: settings.threads, most: availableParallelism() },
    batchSize: { choice: wishes.batchSize, used: settings.batchSize },
    power: {
      usesLess: wishes.usesLessPower,
      pausesOnBattery: wishes.pausesOnBattery,
      isOnBattery: surroundings.power?.isOnBattery() ?? null,
    },
  }
}

/** Said until that provider is tested again, or its driver is another. */
function noticeOf(known: ReturnType<LibraryContext['encoderChoice']['chosenFor']>['known']): string | null {
  const failed = known.find(({ finding }) => finding?.kind === 'failed-at-work')
  if (failed === undefined) return null
  const words = providerWords[failed.name].within
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} failed while Winnow looked at photos, so it went on without. No photo was lost.`
}
