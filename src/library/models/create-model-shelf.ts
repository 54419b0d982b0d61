import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { modelKeyOf } from '../../core/model/catalogue.ts'
import type { CatalogueCard } from '../../core/model/catalogue.ts'
import { modelManifestSchema } from '../../core/model/manifest.ts'
import type { ModelManifest } from '../../core/model/manifest.ts'
import type { Surroundings } from '../surroundings.ts'
import { cardOf, installedCardSchema, unknownCard } from './installed-card.ts'
import { addedModelsDir, cardFile, isModelKey, manifestFile } from './model-folders.ts'
import type { BrokenModel, InstalledModel, ModelShelf } from './model-shelf.ts'
import { readCatalogue } from './read-catalogue.ts'

/** Reads the folders of models. A folder that is not whole is broken, and never stops the others. */
export function createModelShelf({ paths, log }: Pick<Surroundings, 'paths' | 'log'>): ModelShelf {
  let models: readonly InstalledModel[] = []
  let broken: readonly BrokenModel[] = []

  const refresh = (): void => {
    const found: InstalledModel[] = []
    const faulty: BrokenModel[] = []
    const take = (modelKey: string, modelDir: string, read: () => InstalledModel): void => {
      try {
        found.push(read())
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error)
        log('warn', `The model in ${modelDir} can’t be used.`, why)
        faulty.push({ modelKey, modelDir, message: why })
      }
    }
    const starterDir = join(paths.modelsDir, 'starter')
    take('starter@0', starterDir, () => readBuiltIn(paths.modelsDir, starterDir))
    for (const name of namesIn(addedModelsDir(paths.dataDir))) {
      const modelDir = join(addedModelsDir(paths.dataDir), name)
      take(name, modelDir, () => readAdded(name, modelDir))
    }
    models = found
    broken = faulty
  }

  refresh()
  return {
    list: () => models,
    find: (modelKey) => models.find((model) => model.modelKey === modelKey),
    broken: () => broken,
    refresh,
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter(isModelKey).toSorted()
  } catch {
    // None was ever added.
    return []
  }
}

function readBuiltIn(modelsDir: string, modelDir: string): InstalledModel {
  const manifest = readWholeManifest(modelDir, 'Install Winnow again.')
  return {
    modelKey: modelKeyOf(manifest),
    modelDir,
    manifest,
    origin: 'built-in',
    card: cardOf(manifest, readBuiltInCard(modelsDir, manifest)),
    imageGflops: null,
  }
}

/** Photos are looked at without a card too: a catalogue that is damaged must not take the starter with it. */
function readBuiltInCard(modelsDir: string, manifest: ModelManifest): CatalogueCard {
  try {
    return readCatalogue(modelsDir).builtIn
  } catch {
    return { ...unknownCard(manifest.licence), summary: 'Comes with Winnow.' }
  }
}

function readAdded(modelKey: string, modelDir: string): InstalledModel {
  const again = 'Remove it and add it again.'
  const manifest = readWholeManifest(modelDir, again)
  if (modelKeyOf(manifest) !== modelKey) {
    throw new Error(`${join(modelDir, manifestFile)} is that of ${modelKeyOf(manifest)}. ${again}`)
  }
  const { card, origin, imageGflops } = readJson(join(modelDir, cardFile), again, (value) =>
    installedCardSchema.parse(value),
  )
  return { modelKey, modelDir, manifest, origin, card: cardOf(manifest, card), imageGflops }
}

/** @throws Error with a sentence that names the file when one is missing or has another size */
function readWholeManifest(modelDir: string, advice: string): ModelManifest {
  const manifest = readJson(join(modelDir, manifestFile), advice, (value) => modelManifestSchema.parse(value))
  for (const { name, bytes } of manifest.files) {
    const path = join(modelDir, name)
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats === undefined) throw new Error(`${path} is missing. ${advice}`)
    if (stats.size !== bytes) {
      throw new Error(`${path} has ${stats.size} bytes where ${bytes} were expected. ${advice}`)
    }
  }
  return manifest
}

function readJson<T>(path: string, advice: string, parse: (value: unknown) => T): T {
  try {
    return parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    throw new Error(`${path} is missing or can’t be read. ${advice}`)
  }
}
