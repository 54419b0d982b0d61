import type { GraphFacts } from './graph-facts.ts'
import type { ModelManifest } from './manifest.ts'

export interface FileFacts {
  /** Inside the folder, parts divided by "/". */
  readonly name: string
  readonly bytes: number
}

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

/** Which files of a folder tell what it is, so that no other is read. */
export function whatToRead(files: readonly FileFacts[]): {
  readonly json: readonly string[]
  readonly graphs: readonly string[]
} {
  void files
  throw new Error('Not built yet')
}

/** What an export of a CLIP-family model is, by its files alone: a manifest, or what is missing. */
export function recogniseModelFolder(facts: ModelFolderFacts): Recognition {
  void facts
  throw new Error('Not built yet')
}
