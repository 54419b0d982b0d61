import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { modelKeyOf } from '../../../core/model/catalogue.ts'
import { fitManifest } from '../../../core/model/fit-manifest.ts'
import type { ModelManifest } from '../../../core/model/manifest.ts'
import type { Surroundings } from '../../surroundings.ts'
import type { InstalledCard } from '../installed-card.ts'
import { addedModelsDir, cardFile, manifestFile } from '../model-folders.ts'
import type { ThrowAwayWorker } from './throw-away-worker.ts'
import { cannotBeUsed, tryModel } from './try-model.ts'

export interface PutInPlaceOptions {
  readonly paths: Surroundings['paths']
  /** Tries it; may die over it. */
  readonly worker: ThrowAwayWorker
  /** On the same disk as the models, with all files of the manifest in it. */
  readonly fromDir: string
  readonly manifest: ModelManifest
  readonly card: InstalledCard
}

/**
 * Tries a model once, and moves it to where the models are, in one step.
 * @returns its key
 * @throws WinnowError `invalid-input` when it can't be used; `fromDir` is as it was then
 */
export async function putInPlace(options: PutInPlaceOptions): Promise<string> {
  const { worker, fromDir, card } = options
  const { dataDir, modelsDir } = options.paths
  let { manifest } = options
  if (card.origin === 'catalogue') manifest = await fitted(worker, fromDir, manifest)
  await writeFile(join(fromDir, cardFile), JSON.stringify(card, null, 2), { flush: true })
  await writeFile(join(fromDir, manifestFile), JSON.stringify(manifest, null, 2), { flush: true })
  const { embeddingDim } = manifest
  await tryModel(worker, { modelDir: fromDir, starterDir: join(modelsDir, 'starter'), embeddingDim })
  // It holds the files open, which some systems don't let be moved.
  worker.end()
  const modelKey = modelKeyOf(manifest)
  const toDir = join(addedModelsDir(dataDir), modelKey)
  // One that was broken makes room.
  if (existsSync(toDir)) await rm(toDir, { recursive: true, force: true })
  await mkdir(dirname(toDir), { recursive: true })
  await rename(fromDir, toDir)
  return modelKey
}

/** @throws WinnowError `invalid-input` when a graph can't be loaded */
async function fitted(worker: ThrowAwayWorker, modelDir: string, manifest: ModelManifest): Promise<ModelManifest> {
  const files = [...new Set([manifest.image.file, manifest.text.file])]
  try {
    const reply = await worker.ask({ type: 'inspect-graphs', modelDir, files })
    return reply.type === 'inspected' ? fitManifest(manifest, reply.graphs) : manifest
  } catch (error) {
    throw cannotBeUsed(error)
  }
}
