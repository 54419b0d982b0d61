import { availableParallelism } from 'node:os'
import { candidateProviders } from '../../core/providers/candidate-providers.ts'
import { chooseProvider } from '../../core/providers/choose-provider.ts'
import type { LibraryContext } from '../context.ts'
import type { EncoderChoice, ModelPlace } from './encoder-choice.ts'
import { createFindings } from './findings.ts'
import { providerWishes } from './provider-wishes.ts'

/** On the processor more are no quicker. Measured: docs/decisions/two-threads-in-one-worker.md. */
const batchOnProcessor = 4

/** Chooses by what is stored of tests and wishes. */
export function createEncoderChoice(
  context: Pick<LibraryContext, 'surroundings' | 'store' | 'events' | 'access'>,
): EncoderChoice {
  const { store, events, surroundings } = context
  const findings = createFindings(context)
  const candidates = candidateProviders(process.platform, process.arch)

  const chosenFor: EncoderChoice['chosenFor'] = ({ modelKey }) => {
    const known = candidates.map((name) => ({ name, finding: findings.get(modelKey, name)?.finding ?? null }))
    const { choice } = providerWishes(store.setting)
    return { known, chosen: chooseProvider(known, choice, findings.chosen(modelKey)) }
  }

  const settingsFor = (model: ModelPlace): ReturnType<EncoderChoice['settingsFor']> => {
    const { chosen, known } = chosenFor(model)
    const { threads, batchSize, usesLessPower } = providerWishes(store.setting)
    const finding = known.find(({ name }) => name === chosen.name)?.finding
    const measured = chosen.name !== 'cpu' && finding?.kind === 'works' ? finding.batchSize : batchOnProcessor
    const all = threads ?? availableParallelism()
    return {
      provider: chosen.name,
      threads: usesLessPower ? Math.max(1, Math.floor(all / 2)) : all,
      batchSize: batchSize ?? measured,
      ...(usesLessPower ? { isGentle: true } : {}),
    }
  }

  return {
    findings,
    chosenFor,
    settingsFor,
    failed(model, { provider }, message) {
      surroundings.log('warn', `${provider} failed at work with ${model.modelKey}.`, message)
      findings.set(model.modelKey, provider, { kind: 'failed-at-work', message: message.slice(0, 500) })
      events.announce('providers.changed', {})
      return settingsFor(model)
    },
  }
}
