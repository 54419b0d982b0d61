import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { WinnowError } from '../../contract/error.ts'
import { clip7Templates } from '../../core/clip/imagenet-templates.ts'
import { fillTemplates } from '../../core/clip/prompt-template.ts'
import { promptTemplatesOf } from '../../core/clip/prompt-templates-of.ts'
import type { PromptTemplate } from '../../core/clip/prompt-template.ts'
import { modelManifestSchema } from '../../core/model/manifest.ts'
import type { ModelManifest } from '../../core/model/manifest.ts'
import { defaultCaution } from '../../core/tagging/default-caution.ts'
import type { Caution } from '../../core/tagging/words-classifier.ts'
import { unpackVectors } from '../../core/vector/unpack-vectors.ts'
import type { VectorEncoding } from '../../core/vector/unpack-vectors.ts'
import type { VectorMatrix } from '../../core/vector/vector-matrix.ts'
import { breathe } from '../catalogue/breathe.ts'

/** About 10 ms. */
const unpackedAtOnce = 250

/**
 * A search waits for all of them, and a vocabulary of some 700 phrases goes through each: eighty would be 58,000 texts. The seven
 * that the CLIP paper's authors found to do nearly as well stand for more than so many.
 */
const mostTemplates = 8

/** Ordinary photos of a model that brings none, as they are kept for it. */
export interface KeptBackground {
  /** What they are, "drawn" or "library 200"; null where there are none yet. */
  origin(): string | null
  get(): VectorMatrix | null
}

/** What the library needs to know of a model; the encoders are the worker's. */
export interface ModelData {
  readonly manifest: ModelManifest
  readonly templates: readonly PromptTemplate[]
  /** A hash of what becomes of words in prompts: it changes when the templates do, or the way they are filled in. */
  readonly promptsKey: string
  /** Stands for the background: another one, another key. */
  readonly backgroundKey: string
  /** The model brings its own ordinary photos. */
  readonly bringsBackground: boolean
  /** Embeddings of ordinary photos; read once, when first asked for. */
  background(): Promise<VectorMatrix>
  /** How careful to be with what the background says; null where it is photos. */
  caution(): Caution | null
  /** The background was learned from the person's own photos, which may be mostly of one thing. */
  isLearned(): boolean
}

/**
 * Reads the manifest of a model folder.
 * @param kept stands in where it brings no ordinary photos
 * @throws WinnowError `model-missing` when it is not there, not understood, or brings no background and nothing stands in for it
 */
export function readModelData(modelDir: string, kept?: KeptBackground): ModelData {
  const manifest = readManifest(modelDir)
  const named = promptTemplatesOf(manifest)
  const templates = named.length > mostTemplates ? clip7Templates : named
  const background = backgroundOf(modelDir, manifest, kept)
  return {
    manifest,
    templates,
    promptsKey: shortHash(['a red bicycle', 'Two dogs run.'].map((words) => fillTemplates(templates, words))),
    get backgroundKey() {
      return background.key()
    },
    bringsBackground: manifest.background !== undefined,
    background: background.photos,
    caution: background.caution,
    isLearned: background.isLearned,
  }
}

interface Background extends Pick<ModelData, 'caution' | 'isLearned'> {
  key(): string
  photos: ModelData['background']
}

function backgroundOf(modelDir: string, manifest: ModelManifest, kept: KeptBackground | undefined): Background {
  const { background } = manifest
  const file = manifest.files.find((file) => file.name === background?.file)
  if (background !== undefined && file !== undefined) {
    let loaded: Promise<VectorMatrix> | undefined
    return {
      key: () => file.sha256.slice(0, 16),
      caution: () => null,
      isLearned: () => false,
      photos() {
        loaded ??= readRows(join(modelDir, background.file), manifest.embeddingDim, background.type).catch(() => {
          loaded = undefined
          throw modelMissing(modelDir, `its file ${background.file} can’t be read`)
        })
        return loaded
      },
    }
  }
  if (kept === undefined) throw modelMissing(modelDir, 'it brings no background photos')
  let last: { readonly origin: string; readonly photos: VectorMatrix } | undefined
  const isLearned = (): boolean => kept.origin()?.startsWith(libraryOrigin) === true
  return {
    key: () => kept.origin() ?? 'none',
    caution: () => (isLearned() ? null : defaultCaution(manifest)),
    isLearned,
    async photos() {
      const origin = kept.origin()
      if (origin !== null && last?.origin === origin) return last.photos
      const photos = kept.get()
      if (origin === null || photos === null) throw modelMissing(modelDir, 'it does not know ordinary photos yet')
      last = { origin, photos }
      return photos
    },
  }
}

/** How the origin of a background begins that was learned from the person's own photos. */
export const libraryOrigin = 'library'

/** Vectors from a file, unpacked in slices that let other calls through: 2,000 at once would be a pause of 90 ms. */
async function readRows(file: string, dim: number, encoding: VectorEncoding): Promise<VectorMatrix> {
  const bytes = await readFile(file)
  const rowBytes = dim * (encoding === 'float16le' ? 2 : 4)
  const rows = bytes.length / rowBytes
  const data = new Float32Array(rows * dim)
  for (let row = 0; row < rows; row += unpackedAtOnce) {
    const slice = bytes.subarray(row * rowBytes, (row + unpackedAtOnce) * rowBytes)
    data.set(unpackVectors(slice, dim, encoding).data, row * dim)
    await breathe()
  }
  return { data, rows, dim }
}

/** 16 hex digits that stand for a value that can be written as JSON. */
export function shortHash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)
}

function readManifest(modelDir: string): ModelManifest {
  try {
    return modelManifestSchema.parse(JSON.parse(readFileSync(join(modelDir, 'manifest.json'), 'utf8')))
  } catch (error) {
    throw modelMissing(
      modelDir,
      `its manifest can’t be read (${error instanceof Error ? error.message : String(error)})`,
    )
  }
}

function modelMissing(modelDir: string, what: string): WinnowError {
  return new WinnowError(
    'model-missing',
    `The model in ${modelDir} can’t be used: ${what}. Where it came with Winnow, install Winnow again; else remove it and add it again.`,
  )
}
