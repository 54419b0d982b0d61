import { existsSync } from 'node:fs'
import { access, constants, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { z } from 'zod'
import { WinnowError } from '../../contract/error.ts'
import type { checkSchema } from '../../contract/system.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { databaseFile } from '../store/database.ts'
import { checkHardware } from './check-hardware.ts'
import { faultOfModel } from './check-model.ts'

export type Check = z.infer<typeof checkSchema>

/** Little enough that the next thousand photos may not fit. */
const littleSpaceBytes = 1_000_000_000

/** Looks at everything that Winnow stands on. Changes nothing; takes a few seconds. */
export async function runDoctor(catalogue: Catalogue, signal?: AbortSignal): Promise<{ checks: Check[] }> {
  const { surroundings, store, worker } = catalogue.context
  const { dataDir, cacheDir } = surroundings.paths
  return {
    checks: [
      ok('Winnow', `${surroundings.version}, in the ${surroundings.host}`),
      ok(
        'Runtime',
        `Node ${process.versions.node} on ${process.platform} ${process.arch}; SQLite ${store.health.version()}`,
      ),
      await checkFolder('Data folder', dataDir),
      await checkFolder('Cache folder', cacheDir),
      checkDatabase(catalogue),
      ...checkCounts(catalogue),
      await checkModelFiles(catalogue, worker.target.model.modelDir, signal),
      await checkWorker(catalogue, signal),
      ...checkHardware(catalogue.context),
    ],
  }
}

/** One that is not there yet is made when it is needed: what counts is whether it can be. */
async function checkFolder(name: string, path: string): Promise<Check> {
  try {
    let there = path
    while (!existsSync(there) && dirname(there) !== there) there = dirname(there)
    await access(there, constants.R_OK | constants.W_OK)
    const { bavail, bsize } = await statfs(there)
    const free = bavail * bsize
    const message = `${path}, ${(free / 1e9).toFixed(1)} GB free${there === path ? '' : ', made with the first photo'}`
    return { name, status: free < littleSpaceBytes ? 'warning' : 'ok', message }
  } catch {
    return failed(name, `${path} can’t be written to. Check that it exists and that you may write there.`)
  }
}

function checkDatabase({ context }: Catalogue): Check {
  const { health } = context.store
  const file = databaseFile(context.surroundings.paths.dataDir)
  const found = health.check()
  if (found !== 'ok') {
    return failed(
      'Database',
      `${file} is damaged (${found}). Close Winnow and put a copy from the "backups" folder in its place.`,
    )
  }
  const dangling = health.danglingCount()
  if (dangling > 0) return failed('Database', `${file} has ${dangling} rows that point at nothing.`)
  return ok('Database', `${file} is sound`)
}

function checkCounts({ context }: Catalogue): readonly Check[] {
  const { photos, files, embeddings, categories, decisions, predictions } = context.store.health.counts()
  return [
    ok('Photos', `${count(photos)} in ${count(files)} files; ${count(embeddings)} looked at`),
    ok(
      'Categories',
      `${count(categories)}, with ${count(predictions)} predictions and ${count(decisions)} answers of yours`,
    ),
  ]
}

async function checkModelFiles(
  { model }: Catalogue,
  modelDir: string,
  signal: AbortSignal | undefined,
): Promise<Check> {
  if (model === null) return failed('Model files', `${modelDir} can’t be read. Install Winnow again.`)
  const fault = await faultOfModel(modelDir, model.data.manifest, signal)
  if (fault !== null) return failed('Model files', fault)
  const { name, version } = model.data.manifest
  return ok('Model files', `${name} ${version} in ${modelDir}, every byte as it should be`)
}

async function checkWorker({ context }: Catalogue, signal: AbortSignal | undefined): Promise<Check> {
  try {
    const { name, version, provider, embeddingDim } = await context.worker.model(signal)
    return ok('Model at work', `${name} ${version} on ${provider}, ${embeddingDim} numbers a photo`)
  } catch (error) {
    if (!(error instanceof WinnowError) || error.code === 'cancelled') throw error
    return failed('Model at work', error.message)
  }
}

function count(value: number): string {
  return value.toLocaleString('en-US')
}

function ok(name: string, message: string): Check {
  return { name, status: 'ok', message }
}

function failed(name: string, message: string): Check {
  return { name, status: 'failed', message }
}
