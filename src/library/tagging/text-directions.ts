import { WinnowError } from '../../contract/error.ts'
import { fillTemplates } from '../../core/clip/prompt-template.ts'
import { zeroShotDirection } from '../../core/clip/zero-shot-direction.ts'
import type { WorkerClient } from '../context.ts'
import type { TextEmbeddingStore } from '../store/text-embedding.ts'
import type { ModelData } from './model-data.ts'

/** Phrases to directions in the model's space, each embedded once. */
export interface TextDirections {
  /**
   * One unit vector a phrase, in order.
   * @throws WinnowError `worker-down`, `model-missing`, `cancelled`; `not-available` when the worker has another model by now
   */
  get(phrases: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]>
  /** Whether the phrase is known without the text encoder, also after the next start. */
  isKept(phrase: string): boolean
  /** Keeps the directions of phrases that `get` has answered for the next start. Call it where a category is stored. */
  keep(phrases: readonly string[]): void
}

/** What a person types while searching; enough for a session, 3 KB each. */
const rememberedCount = 1000

export function createTextDirections(options: {
  readonly worker: Pick<WorkerClient, 'embedTexts' | 'target'>
  /** `id@version`. */
  readonly modelKey: string
  readonly store: TextEmbeddingStore
  readonly modelId: number
  readonly model: Pick<ModelData, 'templates' | 'promptsKey'>
  /** Directions that came with Winnow, by phrase; called when first needed. */
  readonly shipped: () => ReadonlyMap<string, Float32Array>
}): TextDirections {
  const { worker, store, modelKey, modelId, model, shipped } = options
  /** In the order of their last use, oldest first. */
  const remembered = new Map<string, Float32Array>()

  function remember(phrase: string, direction: Float32Array): Float32Array {
    remembered.delete(phrase)
    remembered.set(phrase, direction)
    const oldest = remembered.keys().next()
    if (remembered.size > rememberedCount && oldest.done === false) remembered.delete(oldest.value)
    return direction
  }

  function known(phrase: string): Float32Array | null {
    const direction = remembered.get(phrase) ?? shipped().get(phrase) ?? store.get(modelId, model.promptsKey, phrase)
    return direction === null ? null : remember(phrase, direction)
  }

  async function embed(phrase: string, signal: AbortSignal | undefined): Promise<Float32Array> {
    const prompts = fillTemplates(model.templates, phrase)
    refuseOther()
    const vectors = await worker.embedTexts(prompts, signal)
    // It may have been given another model while this one was asked.
    refuseOther()
    return remember(phrase, zeroShotDirection(vectors))
  }

  /** A direction of another model would be kept as one of this. */
  function refuseOther(): void {
    if (worker.target.model.modelKey === modelKey) return
    throw new WinnowError('not-available', 'Winnow has just changed over to another model. Try this again.')
  }

  return {
    async get(phrases, signal) {
      const directions: Float32Array[] = []
      for (const phrase of phrases) directions.push(known(phrase) ?? (await embed(phrase, signal)))
      return directions
    },
    isKept: (phrase) => shipped().has(phrase) || store.get(modelId, model.promptsKey, phrase) !== null,
    keep(phrases) {
      for (const phrase of phrases) {
        const direction = remembered.get(phrase)
        if (direction !== undefined && !shipped().has(phrase)) store.set(modelId, model.promptsKey, phrase, direction)
      }
    },
  }
}
