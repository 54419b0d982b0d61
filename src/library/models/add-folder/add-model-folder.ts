import { createHash, randomUUID } from 'node:crypto'
import { mkdir, realpath, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { WinnowError } from '../../../contract/error.ts'
import { modelKeyOf } from '../../../core/model/catalogue.ts'
import type { ModelManifest } from '../../../core/model/manifest.ts'
import type { FileFacts } from '../../../core/model/recognise-files.ts'
import { modelManifestSchema } from '../../../core/model/manifest.ts'
import { isDiskFull } from '../../store/database-error.ts'
import type { Surroundings } from '../../surroundings.ts'
import { requireSpace } from '../disk/free-space.ts'
import { unknownCard } from '../installed-card.ts'
import { isModelKey, unfinishedDir } from '../model-folders.ts'
import type { ModelShelf } from '../model-shelf.ts'
import { putInPlace } from '../try-out/put-in-place.ts'
import { startThrowAwayWorker } from '../try-out/throw-away-worker.ts'
import type { ThrowAwayWorker } from '../try-out/throw-away-worker.ts'
import { copyFile } from './copy-file.ts'
import { listModelFolder, refusal, refuseLarge } from './list-model-folder.ts'
import { recogniseFolder } from './recognise-folder.ts'
import type { FoundModel } from './recognise-folder.ts'
import { refuseArchives } from './refuse-archive.ts'

/**
 * Copies a model from a folder, tries it, and puts it among the others. The folder stays as it is.
 * @returns its key
 * @throws WinnowError `invalid-input` with a sentence, `already-exists`, `disk-full`; nothing is kept then
 */
export async function addModelFolder(
  surroundings: Surroundings,
  shelf: ModelShelf,
  path: string,
  signal: AbortSignal,
): Promise<string> {
  const worker = startThrowAwayWorker(surroundings.startWorker, signal)
  try {
    return await addWith(worker, surroundings, shelf, path, signal)
  } finally {
    worker.end()
  }
}

async function addWith(
  worker: ThrowAwayWorker,
  surroundings: Surroundings,
  shelf: ModelShelf,
  path: string,
  signal: AbortSignal,
): Promise<string> {
  const files = await listModelFolder(path)
  const folder = await realpath(path)
  const found = await recognise(folder, files, worker)
  const names = found.kind === 'winnow' ? found.manifest.files.map(({ name }) => name) : found.fileNames
  const needed = names.map((name) => {
    const file = files.find((each) => each.name === name)
    if (file === undefined) throw refusal(`${name} is missing in ${basename(folder)}.`)
    return file
  })
  refuseLarge(needed)
  await refuseArchives(folder, names)
  if (found.kind === 'winnow') refuseOther(found.manifest, needed, shelf)

  const workDir = join(unfinishedDir(surroundings.paths.dataDir), `copy-${randomUUID()}`)
  try {
    await mkdir(workDir, { recursive: true })
    await requireSpace(
      workDir,
      needed.reduce((sum, { bytes }) => sum + bytes, 0),
    )
    const copied: ModelManifest['files'] = []
    for (const name of names) {
      const got = await copyFile(join(folder, name), join(workDir, name), signal)
      copied.push({ name, ...got })
    }
    const manifest = manifestOf(found, copied)
    if (shelf.find(modelKeyOf(manifest)) !== undefined) throw isHere(manifest)
    return await putInPlace({
      paths: surroundings.paths,
      worker,
      fromDir: workDir,
      manifest,
      card: { card: unknownCard(manifest.licence), origin: 'folder', imageGflops: null },
    })
  } catch (error) {
    if (isDiskFull(error) && !(error instanceof WinnowError)) {
      throw new WinnowError('disk-full', 'The disk is full. Free some space, then add the model again.')
    }
    throw error
  } finally {
    await rm(workDir, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function recognise(folder: string, files: readonly FileFacts[], worker: ThrowAwayWorker): Promise<FoundModel> {
  try {
    return await recogniseFolder(folder, files, worker)
  } catch (error) {
    // What the worker says of a graph names the file.
    if (error instanceof WinnowError && (error.code === 'model-missing' || error.code === 'worker-down')) {
      throw refusal(error.message)
    }
    throw error
  }
}

/** Before gigabytes are copied. */
function refuseOther(manifest: ModelManifest, needed: readonly { name: string; bytes: number }[], shelf: ModelShelf) {
  if (!isModelKey(modelKeyOf(manifest)))
    throw refusal(`“${manifest.version}” is no version that a folder can be called after.`)
  if (shelf.find(modelKeyOf(manifest)) !== undefined) throw isHere(manifest)
  for (const { name, bytes } of needed) {
    const said = manifest.files.find((file) => file.name === name)?.bytes
    if (said !== bytes) throw refusal(`${name} has ${bytes} bytes, and the manifest says ${said}. Get the file again.`)
  }
}

function manifestOf(found: FoundModel, copied: ModelManifest['files']): ModelManifest {
  if (found.kind === 'winnow') {
    for (const { name, sha256 } of found.manifest.files) {
      if (copied.find((file) => file.name === name)?.sha256 === sha256) continue
      throw refusal(`${name} is not the file that the manifest means: its bytes differ. Get the file again.`)
    }
    return found.manifest
  }
  // Exports have no versions; another file is another space.
  const version = createHash('sha256')
    .update(copied.map(({ sha256 }) => sha256).join())
    .digest('hex')
    .slice(0, 12)
  return modelManifestSchema.parse({ ...found.manifest, version, files: copied })
}

function isHere({ name }: ModelManifest): WinnowError {
  return new WinnowError('already-exists', `${name} is here already.`)
}
