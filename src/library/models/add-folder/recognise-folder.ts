import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { ZodError } from 'zod'
import { modelManifestSchema } from '../../../core/model/manifest.ts'
import type { ModelManifest } from '../../../core/model/manifest.ts'
import type { FileFacts } from '../../../core/model/recognise-files.ts'
import { recogniseModelFolder, whatToRead } from '../../../core/model/recognise-model-folder.ts'
import { manifestFile } from '../model-folders.ts'
import type { ThrowAwayWorker } from '../try-out/throw-away-worker.ts'
import { refusal, refuseLarge } from './list-model-folder.ts'
import { refuseArchives } from './refuse-archive.ts'

/** Tokenizers of a quarter of a million words have 35 MB. */
const largestJsonBytes = 100_000_000

export type FoundModel =
  /** One of Winnow's; each file has to be what its manifest says. */
  | { readonly kind: 'winnow'; readonly manifest: ModelManifest }
  /** An export that other programs use. */
  | {
      readonly kind: 'export'
      readonly manifest: Omit<ModelManifest, 'version' | 'files'>
      readonly fileNames: readonly string[]
    }

/**
 * What model a folder holds.
 * @throws WinnowError `invalid-input` with sentences that say what is missing
 */
export async function recogniseFolder(
  folder: string,
  files: readonly FileFacts[],
  worker: ThrowAwayWorker,
): Promise<FoundModel> {
  if (files.some(({ name }) => name === manifestFile)) {
    const parsed = modelManifestSchema.safeParse(await readJson(folder, manifestFile, files))
    if (!parsed.success) throw refusal(`${manifestFile} is not one that Winnow understands: ${faultOf(parsed.error)}.`)
    return { kind: 'winnow', manifest: parsed.data }
  }
  const { json, graphs } = whatToRead(files)
  refuseLarge(files.filter(({ name }) => graphs.includes(name)))
  await refuseArchives(folder, [...json, ...graphs])
  const read = await Promise.all(json.map(async (name) => [name, await readJson(folder, name, files)] as const))
  const reply =
    graphs.length === 0 ? undefined : await worker.ask({ type: 'inspect-graphs', modelDir: folder, files: [...graphs] })
  const recognised = recogniseModelFolder({
    folderName: basename(folder),
    files,
    json: Object.fromEntries(read),
    graphs: reply?.type === 'inspected' ? reply.graphs : [],
  })
  if (!recognised.ok) {
    throw refusal(`${basename(folder)} can’t be added as a model. ${recognised.missing.join(' ')}`)
  }
  return { kind: 'export', manifest: recognised.manifest, fileNames: recognised.fileNames }
}

async function readJson(folder: string, name: string, files: readonly FileFacts[]): Promise<unknown> {
  const bytes = files.find((file) => file.name === name)?.bytes ?? 0
  if (bytes > largestJsonBytes) throw refusal(`${name} is too large: ${Math.round(bytes / 1e6)} MB.`)
  try {
    return JSON.parse(await readFile(join(folder, name), 'utf8'))
  } catch {
    throw refusal(`${name} can’t be read as JSON. It may have been cut off while it was copied.`)
  }
}

function faultOf({ issues }: ZodError): string {
  const [first] = issues
  return first === undefined ? 'it is empty' : `${first.path.join('.')} ${first.message}`.trim()
}
