import type { GraphFacts } from './graph-facts.ts'
import type { ModelManifest } from './manifest.ts'
import { recogniseFamily } from './recognise-family.ts'
import type { ModelFamily } from './recognise-family.ts'
import { findModelParts } from './recognise-files.ts'
import type { FileFacts } from './recognise-files.ts'
import { readPreprocessing, recogniseImage } from './recognise-image.ts'
import { recogniseOutput } from './recognise-output.ts'
import { recogniseText } from './recognise-text.ts'

/** A folder that brings no manifest of Winnow's. */
export interface ModelFolderFacts {
  /** What the folder is called; the model is called so where its files do not say. */
  readonly folderName: string
  readonly files: readonly FileFacts[]
  /** By file name: the JSON files that `whatToRead` asked for, as parsed. */
  readonly json: Readonly<Record<string, unknown>>
  /** The graphs that `whatToRead` asked for, as the worker described them (`inspect-graphs`). */
  readonly graphs: readonly GraphFacts[]
}

/** All of a manifest but what is known when the files have been copied: their hashes and, of those, the version. */
export type RecognisedManifest = Omit<ModelManifest, 'version' | 'files'>

export type Recognition =
  | {
      readonly ok: true
      readonly manifest: RecognisedManifest
      /** Every file that the model needs, external weights among them: these are copied and listed under `files`. */
      readonly fileNames: readonly string[]
    }
  /** Sentences for a person, each naming a file or a setting. */
  | { readonly ok: false; readonly missing: readonly string[] }

/** Which files of a folder tell what it is, so that no other is read. Empty lists where parts are missing. */
export function whatToRead(files: readonly FileFacts[]): {
  readonly json: readonly string[]
  readonly graphs: readonly string[]
} {
  const parts = findModelParts(files)
  if ('missing' in parts) return { json: [], graphs: [] }
  const json = [parts.config, parts.preprocess, parts.tokenizer, parts.tokenizerConfig]
  return { json: json.filter((name) => name !== undefined), graphs: [...new Set([parts.image, parts.text])] }
}

/** What an export of a CLIP-family model is, by its files alone: a manifest, or what is missing. */
export function recogniseModelFolder(facts: ModelFolderFacts): Recognition {
  const parts = findModelParts(facts.files)
  if ('missing' in parts) return { ok: false, missing: parts.missing }
  const imageGraph = facts.graphs.find((graph) => graph.file === parts.image)
  const textGraph = facts.graphs.find((graph) => graph.file === parts.text)
  const family =
    parts.config === undefined
      ? 'There is no config.json, which says what kind of model it is.'
      : recogniseFamily(parts.config, facts.json[parts.config])
  const preprocessing =
    parts.preprocess === undefined
      ? 'There is no preprocessor_config.json (or preprocess_cfg.json), which says how pictures are prepared.'
      : readPreprocessing(parts.preprocess, facts.json[parts.preprocess])
  if (imageGraph === undefined || textGraph === undefined || isSentence(family) || isSentence(preprocessing)) {
    const graphs = [parts.image, parts.text].filter((name) => !facts.graphs.some(({ file }) => file === name))
    return failed(
      [...new Set(graphs)].map((name) => `${name} can’t be read.`),
      family,
      preprocessing,
    )
  }
  const imageOutput = recogniseOutput(imageGraph, 'image', family.isPoolerEmbedding)
  const textOutput = recogniseOutput(textGraph, 'text', family.isPoolerEmbedding)
  if (isSentence(imageOutput) || isSentence(textOutput)) return failed([], imageOutput, textOutput)
  const image = recogniseImage(imageGraph, preprocessing, imageOutput.name)
  const tokenizer = {
    file: parts.tokenizer,
    json: facts.json[parts.tokenizer],
    config: parts.tokenizerConfig === undefined ? undefined : facts.json[parts.tokenizerConfig],
  }
  const text = recogniseText(textGraph, tokenizer, family, textOutput.name)
  const embeddingDim = commonDim([imageOutput.shape.at(-1), textOutput.shape.at(-1)], family)
  if (isSentence(image) || isSentence(text) || isSentence(embeddingDim)) return failed([], image, text, embeddingDim)
  const name = nameOf(facts.folderName, family)
  return {
    ok: true,
    manifest: {
      format: 1,
      id: idOf(name),
      name,
      embeddingDim,
      image,
      text,
      // Making unit vectors of unit vectors does no harm, and not every export that makes them says so.
      normalized: false,
      ...family.scale,
      templates: 'simple',
    },
    fileNames: [...new Set([parts.image, parts.text, parts.tokenizer, ...parts.weights])],
  }
}

function commonDim(dims: readonly (number | string | undefined)[], family: ModelFamily): number | string {
  const known = [...new Set(dims.filter((dim) => typeof dim === 'number'))]
  if (known.length > 1) return `Pictures become ${dims[0]} numbers and words ${dims[1]}: these are not of one model.`
  return known[0] ?? family.embeddingDim ?? 'No file says how many numbers the model makes of a picture.'
}

/** "openai/clip-vit-base-patch32" is "clip-vit-base-patch32"; Immich's "ViT-B-32__openai" reads "ViT-B-32 openai". */
function nameOf(folderName: string, family: ModelFamily): string {
  const own = family.name?.split('/').at(-1) ?? ''
  return (own === '' ? folderName : own).replace(/__+/g, ' ').trim().slice(0, 100) || 'Model'
}

function idOf(name: string): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9._-]+/g, '-')
  return plain.replace(/^[^a-z0-9]+/, '').slice(0, 100) || 'model'
}

function isSentence(value: unknown): value is string {
  return typeof value === 'string'
}

function failed(missing: readonly string[], ...found: readonly unknown[]): Recognition {
  return { ok: false, missing: [...missing, ...found.filter(isSentence)] }
}
