import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { WinnowError } from '../../contract/error.ts'
import { defaultPromptTemplates, fillTemplates } from '../../core/clip/prompt-template.ts'
import type { PromptTemplate } from '../../core/clip/prompt-template.ts'
import { modelManifestSchema } from '../../core/model/manifest.ts'
import type { ModelManifest } from '../../core/model/manifest.ts'
import { unpackVectors } from '../../core/vector/unpack-vectors.ts'
import type { VectorEncoding } from '../../core/vector/unpack-vectors.ts'
import type { VectorMatrix } from '../../core/vector/vector-matrix.ts'
import { breathe } from '../catalogue/breathe.ts'

/** About 10 ms. */
const unpackedAtOnce = 250

/** What the library needs to know of the active model; the encoders are the worker's. */
export interface ModelData {
  readonly manifest: ModelManifest
  readonly templates: readonly PromptTemplate[]
  /** A hash of what becomes of words in prompts: it changes when the templates do, or the way they are filled in. */
  readonly promptsKey: string
  /** A hash of the background's bytes. */
  readonly backgroundKey: string
  /** Embeddings of neutral photos; read once, when first asked for. */
  background(): Promise<VectorMatrix>
}

/**
 * Reads the manifest of a model folder.
 * @throws WinnowError `model-missing` when it is not there, not understood, or brings no background.
 */
export function readModelData(modelDir: string): ModelData {
  const manifest = readManifest(modelDir)
  const { background } = manifest
  const file = manifest.files.find((file) => file.name === background?.file)
  if (background === undefined || file === undefined) throw modelMissing(modelDir, 'it brings no background photos')
  let loaded: Promise<VectorMatrix> | undefined
  return {
    manifest,
    templates: defaultPromptTemplates,
    promptsKey: shortHash(
      ['a red bicycle', 'Two dogs run.'].map((words) => fillTemplates(defaultPromptTemplates, words)),
    ),
    backgroundKey: file.sha256.slice(0, 16),
    background() {
      loaded ??= readRows(join(modelDir, background.file), manifest.embeddingDim, background.type).catch(() => {
        loaded = undefined
        throw modelMissing(modelDir, `its file ${background.file} can’t be read`)
      })
      return loaded
    },
  }
}

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
  return new WinnowError('model-missing', `The model in ${modelDir} can’t be used: ${what}. Install Winnow again.`)
}
