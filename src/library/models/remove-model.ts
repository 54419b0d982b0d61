import { rm } from 'node:fs/promises'
import { WinnowError } from '../../contract/error.ts'
import type { LibraryContext } from '../context.ts'
import { dropEmbeddings } from '../model-switch/drop-embeddings.ts'
import type { Downloads } from './download/downloads.ts'
import type { PreparingState } from './preparing-state.ts'

export interface RemoveModelOptions {
  readonly context: Pick<LibraryContext, 'store' | 'shelf'>
  readonly downloads: Downloads
  readonly preparing: PreparingState
  readonly modelKey: string
  readonly what: 'files' | 'embeddings' | 'both'
}

/**
 * Removes the files of a model that was added, what it knows of the photos, or both.
 * @throws WinnowError `not-found`; `not-available` for the one that serves, is being prepared or downloaded, and for the starter's files
 */
export async function removeModel({
  context,
  downloads,
  preparing,
  modelKey,
  what,
}: RemoveModelOptions): Promise<void> {
  const { shelf, store } = context
  const model = shelf.find(modelKey)
  const broken = shelf.broken().find((each) => each.modelKey === modelKey)
  const name = model?.card.name ?? modelKey
  if (preparing.activeKey() === modelKey) {
    throw new WinnowError('not-available', `${name} is in use. Change to another model first.`)
  }
  if (preparing.preparing()?.modelKey === modelKey) {
    throw new WinnowError('not-available', `${name} is being prepared. Stop that first.`)
  }
  if (downloads.stateOf(modelKey) !== undefined) {
    throw new WinnowError('not-available', `${name} is being downloaded. Cancel that instead.`)
  }
  if (what !== 'embeddings') {
    const modelDir = model?.modelDir ?? broken?.modelDir
    if (modelDir === undefined) throw new WinnowError('not-found', 'This model is not here.')
    if (model?.origin === 'built-in' || modelKey.startsWith('starter@')) {
      throw new WinnowError('not-available', `${name} comes with Winnow and can’t be removed.`)
    }
    await rm(modelDir, { recursive: true, force: true, maxRetries: 3 })
    shelf.refresh()
  } else if (store.model.idOf(modelKey) === undefined) {
    throw new WinnowError('not-found', `${name} has not looked at any photo.`)
  }
  if (what !== 'files') await dropEmbeddings(context, modelKey)
}
