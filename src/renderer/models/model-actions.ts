import type { ModelView } from '../../contract/models.ts'
import { sentenceOf } from '../connection/attempt.ts'
import { library } from '../connection/library.tsx'
import { useNotice } from '../state/notice-store.ts'
import { folderSubject, useModelsPage } from './models-store.ts'

type ModelRef = Pick<ModelView, 'modelKey' | 'name'>

/** Waits for a change; what went wrong stays beside its subject until it is closed. @returns whether it went well */
async function tryFor(subject: string, change: () => Promise<unknown>): Promise<boolean> {
  const { setError } = useModelsPage.getState()
  setError(subject, null)
  try {
    await change()
    return true
  } catch (error) {
    setError(subject, sentenceOf(error))
    return false
  }
}

/** Begins a download, or goes on with it, from the mirror where there is one. */
export async function downloadModel({ modelKey }: ModelRef): Promise<void> {
  const { mirror } = useModelsPage.getState()
  await tryFor(modelKey, () => library['models.download']({ modelKey, ...(mirror !== null && { mirror }) }))
}

export async function pauseDownload({ modelKey }: ModelRef): Promise<void> {
  await tryFor(modelKey, () => library['models.pauseDownload']({ modelKey }))
}

/** Throws away what was downloaded so far. */
export async function cancelDownload({ modelKey }: ModelRef): Promise<void> {
  await tryFor(modelKey, () => library['models.cancelDownload']({ modelKey }))
}

/** Changes over to a model, once it has looked at the photos. */
export async function switchToModel({ modelKey }: ModelRef): Promise<void> {
  await tryFor(modelKey, () => library['models.use']({ modelKey }))
}

export async function pausePreparing({ modelKey }: ModelRef): Promise<void> {
  await tryFor(modelKey, () => library['models.pausePreparing']({}))
}

export async function resumePreparing({ modelKey }: ModelRef): Promise<void> {
  await tryFor(modelKey, () => library['models.resumePreparing']({}))
}

/** Stays with the model in use. */
export async function stopPreparing({ modelKey }: ModelRef): Promise<void> {
  await tryFor(modelKey, () => library['models.stopPreparing']({}))
}

/** Removes a model's files, what it knows of the photos, or both. @returns whether it went well */
export async function removeModel(
  { modelKey, name }: ModelRef,
  what: 'files' | 'embeddings' | 'both',
): Promise<boolean> {
  const gone = await tryFor(modelKey, () => library['models.remove']({ modelKey, what }))
  if (gone) useNotice.getState().say(what === 'embeddings' ? `Forgot what ${name} knew` : `Removed ${name}`)
  return gone
}

/** Copies a model from a folder. @returns its key; null where it was refused, which is said on the page */
export async function addModelFolder(path: string): Promise<string | null> {
  let modelKey: string | null = null
  await tryFor(folderSubject, async () => {
    const added = await library['models.addFolder']({ path })
    modelKey = added.modelKey
  })
  return modelKey
}
