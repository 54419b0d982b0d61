import type { ModelList, ModelState, ModelView } from '../../contract/models.ts'
import { modelKeyOf } from '../../core/model/catalogue.ts'
import type { CatalogueEntry, ModelCatalogue } from '../../core/model/catalogue.ts'
import type { ModelKnowledge } from '../store/model.ts'
import type { Downloads } from './download/downloads.ts'
import { expectedSpeed } from './expected-speed.ts'
import { cardOf, unknownCard } from './installed-card.ts'
import type { InstalledModel, ModelShelf } from './model-shelf.ts'
import type { PreparingState } from './preparing-state.ts'
import { downloadBytes } from './read-catalogue.ts'

export interface ListModelsOptions {
  /** Null when Winnow is not whole. */
  readonly catalogue: ModelCatalogue | null
  readonly shelf: ModelShelf
  readonly downloads: Downloads
  readonly preparing: PreparingState
  /** By `id@version`. */
  readonly knowledge: ReadonlyMap<string, ModelKnowledge>
  /** Photos a second that were measured on this computer; null when it was not tested. */
  readonly measuredSpeed: (modelKey: string) => number | null
  readonly freeBytes: number | null
}

/** Every model there is, here or to be had: the active one, those that are here, broken ones, the catalogue's order. */
export function listModels(options: ListModelsOptions): ModelList {
  const { catalogue, shelf, knowledge, freeBytes } = options
  const installed = shelf.list().map((model) => installedView(options, model))
  const here = new Set(installed.map(({ modelKey }) => modelKey))
  const broken = brokenViews(options)
  const toHave = (catalogue?.models ?? [])
    .filter(({ manifest }) => !here.has(modelKeyOf(manifest)))
    .map((entry) => availableView(options, entry))
  const models = [...installed, ...broken.filter((view) => !toHave.some(isSame(view))), ...toHave]
  return {
    models: [
      ...models.filter(({ state }) => state.kind === 'active'),
      ...models.filter(({ state }) => state.kind !== 'active'),
    ],
    disk: {
      modelsBytes: models.reduce((sum, view) => sum + bytesHere(view), 0),
      embeddingsBytes: [...knowledge.values()].reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
      freeBytes,
    },
  }
}

function isSame(one: ModelView): (other: ModelView) => boolean {
  return (other) => other.modelKey === one.modelKey
}

function bytesHere({ state, sizeBytes }: ModelView): number {
  switch (state.kind) {
    case 'available':
      return 0
    case 'downloading':
    case 'paused':
    case 'failed':
      return state.doneBytes
    default:
      return sizeBytes
  }
}

function installedView(options: ListModelsOptions, model: InstalledModel): ModelView {
  const { preparing } = options
  const state = stateOf(preparing, model.modelKey)
  return {
    ...model.card,
    state,
    origin: model.origin,
    folderPath: model.modelDir,
    sizeBytes: model.manifest.files.reduce((sum, { bytes }) => sum + bytes, 0),
    lookedAt: lookedAt(options, model.modelKey),
    speed: speedOf(options, model.modelKey, model.imageGflops),
    contacts: [],
    filesWithoutHash: 0,
    canRemove: model.origin !== 'built-in' && state.kind === 'installed',
  }
}

function stateOf(preparing: PreparingState, modelKey: string): ModelState {
  if (preparing.activeKey() === modelKey) return { kind: 'active' }
  const job = preparing.preparing()
  return job?.modelKey === modelKey ? job.state : { kind: 'installed' }
}

function availableView(options: ListModelsOptions, entry: CatalogueEntry): ModelView {
  const { catalogue, shelf, downloads } = options
  const modelKey = modelKeyOf(entry.manifest)
  const fault = shelf.broken().find((model) => model.modelKey === modelKey)
  const state: ModelState =
    downloads.stateOf(modelKey) ??
    (fault === undefined ? { kind: 'available' } : { kind: 'broken', message: fault.message })
  return {
    ...cardOf(entry.manifest, entry.card),
    state,
    origin: 'catalogue',
    folderPath: fault?.modelDir ?? null,
    sizeBytes: downloadBytes(entry),
    lookedAt: lookedAt(options, modelKey),
    speed: speedOf(options, modelKey, entry.imageGflops),
    contacts: catalogue?.hosts.slice(0, 10) ?? [],
    filesWithoutHash: entry.files.filter(({ sha256 }) => sha256 === null).length,
    canRemove: state.kind === 'broken',
  }
}

/** Of these only the name of the folder is known. */
function brokenViews(options: ListModelsOptions): readonly ModelView[] {
  return options.shelf.broken().map(({ modelKey, modelDir, message }) => ({
    ...cardOf({ id: '', version: '', name: modelKey, embeddingDim: 1 }, unknownCard(undefined)),
    modelKey,
    state: { kind: 'broken', message },
    origin: modelKey.startsWith('starter@') ? 'built-in' : 'folder',
    folderPath: modelDir,
    sizeBytes: 0,
    lookedAt: lookedAt(options, modelKey),
    speed: { measured: null, expected: null },
    contacts: [],
    filesWithoutHash: 0,
    canRemove: !modelKey.startsWith('starter@'),
  }))
}

function lookedAt({ knowledge }: ListModelsOptions, modelKey: string): ModelView['lookedAt'] {
  return knowledge.get(modelKey) ?? { photos: 0, sizeBytes: 0 }
}

function speedOf(
  { measuredSpeed, shelf }: ListModelsOptions,
  modelKey: string,
  imageGflops: number | null,
): ModelView['speed'] {
  const builtIn = shelf.list().find(({ origin }) => origin === 'built-in')
  return {
    measured: measuredSpeed(modelKey),
    expected: expectedSpeed(builtIn === undefined ? null : measuredSpeed(builtIn.modelKey), imageGflops),
  }
}
