import { z } from 'zod'
import { WinnowError } from '../../contract/error.ts'
import { scoreReference } from '../../core/learning/score-reference.ts'
import { createEmbeddingMatrix } from '../../core/matrix/embedding-matrix.ts'
import type { EncoderTarget, LibraryContext, WorkerClient } from '../context.ts'
import { loadMatrix } from '../matrix/load-matrix.ts'
import type { Store } from '../store/store.ts'
import type { ActiveModel } from './active-model.ts'
import { judgeOf } from './judge-category.ts'
import type { Judge } from './judges.ts'
import { createLibrarySampler } from './library-sample.ts'
import { readModelData, shortHash } from './model-data.ts'
import { readShippedDirections } from './shipped-directions.ts'
import type { Shipped } from './shipped-directions.ts'
import { readVocabulary } from './read-vocabulary.ts'
import { createTextDirections } from './text-directions.ts'

/** The model that serves, or null (and a line in the log) when its files are missing: then photos are shown, but not looked at. */
export function openServingModel(context: LibraryContext): ActiveModel | null {
  try {
    return openModel(context, context.worker.target.model)
  } catch (error) {
    if (!(error instanceof WinnowError) || error.code !== 'model-missing') throw error
    context.surroundings.log('error', error.message)
    return null
  }
}

/**
 * What the library knows of a model, to be asked with the context's own worker.
 * @throws WinnowError `model-missing` when its files can't be read
 */
export function openModel(
  context: Pick<LibraryContext, 'surroundings' | 'store' | 'access'> & {
    readonly worker: Pick<WorkerClient, 'target' | 'embedTexts'>
  },
  { modelKey, modelDir }: EncoderTarget['model'],
): ActiveModel {
  const { store } = context
  let modelId = store.model.idOf(modelKey) ?? 0
  const data = readModelData(modelDir, {
    origin: () => store.background.origin(modelId),
    get: () => store.background.get(modelId),
  })
  const { manifest, promptsKey } = data
  // A reader can't make the row; where it is missing there are no embeddings either, and 0 finds none.
  if (context.access === 'write') modelId = store.model.ensure(manifest)
  const matrix = createEmbeddingMatrix(manifest.embeddingDim)
  let loading: Promise<void> | undefined
  let read: Shipped | undefined
  const shipped = (): Shipped => (read ??= readShippedDirections(context.surroundings.paths.modelsDir, data))
  const keyFor = (what: string): string =>
    `${what} ${shortHash([manifest.id, manifest.version, promptsKey, data.backgroundKey])}`
  const numberOf = (what: string): number | null => store.setting.get(keyFor(what), z.number())
  return {
    modelKey,
    modelId,
    data,
    matrix,
    texts: createTextDirections({
      worker: context.worker,
      modelKey,
      store: store.textEmbedding,
      modelId,
      model: data,
      shipped: () => shipped().directions,
    }),
    judges: storedJudges(store, modelId),
    frequencies: new Map(
      readVocabulary(context.surroundings.paths.modelsDir).concepts.map(({ key, frequency }) => [key, frequency]),
    ),
    matrixReady() {
      loading ??= loadMatrix(matrix, store, modelId).catch((error: unknown) => {
        loading = undefined
        throw error
      })
      return loading
    },
    librarySample: createLibrarySampler(matrix),
    scoreReference: createReferenceKeeper(),
    typicalSpread: () => shipped().typicalSpread ?? numberOf('typical-spread'),
    setTypicalSpread: (spread) => store.setting.set(keyFor('typical-spread'), spread),
    highestMiddle: () => (data.isLearned() ? numberOf('highest-middle') : null),
    setHighestMiddle: (middle) => store.setting.set(keyFor('highest-middle'), middle),
  }
}

/** The reference of the last sample: making one takes milliseconds, and every answer wants it. */
function createReferenceKeeper(): ActiveModel['scoreReference'] {
  let last: { readonly sample: object | null; readonly made: ReturnType<typeof scoreReference> } | undefined
  return (background, sample) => {
    if (last?.sample !== sample) last = { sample, made: scoreReference(background, sample ?? undefined) }
    return last.made
  }
}

/** They belong to the stored predictions, so that new photos are judged like the others until judges are made anew. */
function storedJudges(store: Store, modelId: number): Map<number, Judge> {
  const classifiers = new Map(store.classifier.list(modelId).map((one) => [one.categoryId, one]))
  const judges = new Map<number, Judge>()
  for (const { categoryId, strictness } of store.category.list()) {
    const classifier = classifiers.get(categoryId)
    if (classifier !== undefined) judges.set(categoryId, judgeOf(classifier, strictness))
  }
  return judges
}
