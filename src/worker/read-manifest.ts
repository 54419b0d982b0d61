import { createReadStream } from 'node:fs'
import { readFile, realpath, stat } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { isAbsolute, join, relative, sep } from 'node:path'
import { modelManifestSchema } from '../core/model/manifest.ts'
import type { ModelManifest } from '../core/model/manifest.ts'
import { modelMissing } from './model-missing.ts'

/** The starter's takes 2 KB. */
const mostManifestBytes = 1_000_000

/**
 * The manifest of a model folder whose files are all there with their sizes.
 * @throws WinnowError `model-missing`, naming the file
 */
export async function readManifest(modelDir: string): Promise<ModelManifest> {
  const path = join(modelDir, 'manifest.json')
  const text = await readSmallFile(path).catch(() => {
    throw modelMissing(modelDir, 'its manifest.json can’t be read')
  })
  const manifest = parseManifest(text)
  if (manifest === null)
    throw modelMissing(modelDir, 'its manifest.json is not one that this version of Winnow understands')
  for (const { name, bytes } of manifest.files) {
    const size = await stat(join(modelDir, name)).then(
      (stats) => stats.size,
      () => null,
    )
    if (size === null) throw modelMissing(modelDir, `its file ${name} is not there`)
    if (size !== bytes) throw modelMissing(modelDir, `its file ${name} has ${size} bytes and should have ${bytes}`)
    if (!(await isInside(modelDir, name)))
      throw modelMissing(modelDir, `its file ${name} is a link that leads out of it`)
  }
  return manifest
}

/** Names can't lead out of the folder (see manifest.ts), but a link can. */
async function isInside(modelDir: string, name: string): Promise<boolean> {
  const way = relative(await realpath(modelDir), await realpath(join(modelDir, name)))
  return !isAbsolute(way) && way.split(sep)[0] !== '..'
}

async function readSmallFile(path: string): Promise<string> {
  if ((await stat(path)).size > mostManifestBytes) throw new Error(`${path} is too large for a manifest`)
  return readFile(path, 'utf8')
}

/**
 * Reads every file of a model and compares its SHA-256 with the manifest's; for the doctor, as it takes a while.
 * @throws WinnowError `model-missing`, naming the first file that is not as it should be
 */
export async function verifyModelFiles(modelDir: string): Promise<void> {
  const manifest = await readManifest(modelDir)
  for (const { name, sha256 } of manifest.files) {
    const hash = createHash('sha256')
    for await (const piece of createReadStream(join(modelDir, name))) hash.update(piece)
    if (hash.digest('hex') !== sha256)
      throw modelMissing(modelDir, `the content of its file ${name} is not the original`)
  }
}

function parseManifest(text: string): ModelManifest | null {
  try {
    return modelManifestSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
