import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { modelKeyOf } from '../../../core/model/catalogue.ts'
import { fitManifest } from '../../../core/model/fit-manifest.ts'
import type { ModelManifest } from '../../../core/model/manifest.ts'
import type { Surroundings } from '../../surroundings.ts'
import type { InstalledCard } from '../installed-card.ts'
import { addedModelsDir, cardFile, manifestFile } from '../model-folders.ts'
import { startThrowAwayWorker } from './throw-away-worker.ts'
import { tryModel } from './try-model.ts'

/** Loading a model of a gigabyte from a slow disk, on a slow processor. */
const limitMs = 180_000

export interface PutInPlaceOptions {
  readonly surroundings: Pick<Surroundings, 'paths' | 'startWorker'>
  /** On the same disk as the models, with all files of the manifest in it. */
  readonly fromDir: string
  readonly manifest: ModelManifest
  readonly card: InstalledCard
  readonly signal: AbortSignal
}

/**
 * Tries a model once, in a process of its own, and moves it to where the models are, in one step.
 * @returns its key
 * @throws WinnowError `invalid-input` when it can't be used; `fromDir` is as it was then
 */
export async function putInPlace(options: PutInPlaceOptions): Promise<string> {
  const { surroundings, fromDir, card, signal } = options
  const { dataDir, modelsDir } = surroundings.paths
  const worker = startThrowAwayWorker(surroundings.startWorker, limitMs, signal)
  let { manifest } = options
  try {
    if (card.origin === 'catalogue') {
      const files = [...new Set([manifest.image.file, manifest.text.file])]
      const reply = await worker.ask({ type: 'inspect-graphs', modelDir: fromDir, files })
      if (reply.type === 'inspected') manifest = fitManifest(manifest, reply.graphs)
    }
    await writeFile(join(fromDir, cardFile), JSON.stringify(card, null, 2))
    await writeFile(join(fromDir, manifestFile), JSON.stringify(manifest, null, 2))
    const { embeddingDim } = manifest
    await tryModel(worker, { modelDir: fromDir, starterDir: join(modelsDir, 'starter'), embeddingDim })
  } finally {
    worker.end()
  }
  const modelKey = modelKeyOf(manifest)
  const toDir = join(addedModelsDir(dataDir), modelKey)
  // One that was broken makes room.
  if (existsSync(toDir)) await rm(toDir, { recursive: true, force: true })
  await mkdir(dirname(toDir), { recursive: true })
  await rename(fromDir, toDir)
  return modelKey
}
