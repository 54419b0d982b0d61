import { availableParallelism } from 'node:os'
import { WinnowError } from '../../contract/error.ts'
import { candidateProviders } from '../../core/providers/candidate-providers.ts'
import type { ProviderName } from '../../core/providers/provider-name.ts'
import type { LibraryContext } from '../context.ts'
import type { InstalledModel } from '../models/model-shelf.ts'
import type { ProbeOptions } from './probe-one.ts'
import { probeProcessor, probeProvider, tryLoading } from './probe-one.ts'

export interface ProviderTests {
  /**
   * Tests these with the model that serves, all when absent, one after the other and each in a process of its own; the processor
   * always, as it is what the others are compared with. Two calls wait for each other. What was found is chosen by at once.
   * @throws WinnowError `library-in-use` for a reader, `model-missing`
   */
  test(names: readonly ProviderName[] | undefined, signal?: AbortSignal): Promise<void>
  /** The same, but only where there is something to compare with: a provider that was never tested and loads the model. */
  testNew(signal?: AbortSignal): Promise<void>
  /** Which one is being tested. */
  readonly testing: ProviderName | null
  /** A test is under way, or was asked for. */
  readonly isTesting: boolean
  /** Has the worker loaded anew where another provider, or another number of threads, is chosen now. */
  apply(): void
  close(): Promise<void>
}

/** Most drivers answer within seconds; a graph is compiled for some within half a minute. */
const usualLimitMs = 60_000

export function createProviderTests(context: LibraryContext): ProviderTests {
  const { surroundings, access, shelf, worker, encoderChoice, events, hold } = context
  const { findings } = encoderChoice
  const closing = new AbortController()
  const candidates = candidateProviders(process.platform, process.arch)
  const limitMs = surroundings.hardware?.testLimitMs ?? usualLimitMs
  let testing: ProviderName | null = null
  let asked = 0
  let last: Promise<unknown> = Promise.resolve()

  const announce = (): void => events.announce('providers.changed', {})

  const servingModel = (): InstalledModel => {
    const model = shelf.find(worker.target.model.modelKey)
    if (model === undefined)
      throw new WinnowError('model-missing', 'There is no model to test with. Install Winnow again.')
    return model
  }

  const optionsFor = (model: InstalledModel, signal: AbortSignal): ProbeOptions => ({
    startWorker: surroundings.startWorker,
    modelDir: model.modelDir,
    embeddingDim: model.manifest.embeddingDim,
    threads: availableParallelism(),
    limitMs,
    signal,
  })

  const turnTo = (name: ProviderName | null): void => {
    testing = name
    announce()
  }

  const run = async (model: InstalledModel, names: readonly ProviderName[], signal: AbortSignal): Promise<void> => {
    const options = optionsFor(model, signal)
    turnTo('cpu')
    const processor = await probeProcessor(options).catch((error: unknown) => {
      throw new WinnowError('model-missing', error instanceof Error ? error.message : String(error))
    })
    if (processor === null) return
    findings.set(model.modelKey, 'cpu', processor.finding)
    for (const name of names) {
      if (name === 'cpu' || signal.aborted) continue
      turnTo(name)
      const finding = await probeProvider(name, processor.reference, options)
      if (finding !== null) findings.set(model.modelKey, name, finding)
    }
  }

  const apply = (): void => {
    const { model } = worker.target
    findings.setChosen(model.modelKey, encoderChoice.chosenFor(model).chosen.name)
    worker.reload({ model, settings: encoderChoice.settingsFor(model) })
    announce()
  }

  /** One after the other, and nothing else that takes much of the machine meanwhile. */
  const inTurn = async (work: (signal: AbortSignal) => Promise<void>, signal?: AbortSignal): Promise<void> => {
    if (access === 'read') {
      throw new WinnowError('library-in-use', 'Winnow is open elsewhere. Test there, or close it first.')
    }
    const both = signal === undefined ? closing.signal : AbortSignal.any([signal, closing.signal])
    const before = last
    const mine = (async () => {
      await before
      if (both.aborted) return
      const release = hold.add('Winnow is measuring how fast this computer is. It goes on in a moment.')
      try {
        await work(both)
      } finally {
        release()
        testing = null
        if (!closing.signal.aborted) apply()
      }
    })()
    asked += 1
    last = mine.catch(() => undefined)
    announce()
    try {
      await mine
    } finally {
      asked -= 1
      if (!closing.signal.aborted) announce()
    }
    if (both.aborted) throw new WinnowError('cancelled', 'The test was stopped.')
  }

  return {
    test: (names, signal) => inTurn((both) => run(servingModel(), names ?? candidates, both), signal),
    async testNew(signal) {
      const model = servingModel()
      const isNew = (name: ProviderName): boolean => name !== 'cpu' && findings.get(model.modelKey, name) === null
      if (!candidates.some(isNew)) return
      await inTurn(async (both) => {
        const loading: ProviderName[] = []
        for (const name of candidates) {
          if (name === 'cpu' || !isNew(name) || both.aborted) continue
          const finding = await tryLoading(name, optionsFor(model, both))
          if (finding === null) loading.push(name)
          else findings.set(model.modelKey, name, finding)
        }
        if (loading.length > 0 && !both.aborted) await run(model, loading, both)
      }, signal)
    },
    get testing() {
      return testing
    },
    get isTesting() {
      return asked > 0
    },
    apply,
    async close() {
      closing.abort()
      await last
    },
  }
}
