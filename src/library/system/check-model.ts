import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ModelManifest } from '../../core/model/manifest.ts'

/** The first file of a model that is not as its manifest says, as a sentence; null when all are. Reads every byte of them. */
export async function faultOfModel(
  modelDir: string,
  manifest: ModelManifest,
  signal?: AbortSignal,
): Promise<string | null> {
  for (const { name, bytes, sha256 } of manifest.files) {
    const path = join(modelDir, name)
    const size = await stat(path).then(
      (stats) => stats.size,
      () => null,
    )
    if (size === null) return `${path} is missing. Install Winnow again.`
    if (size !== bytes) return `${path} has ${size} bytes instead of ${bytes}. Install Winnow again.`
    if ((await hashOf(path, signal)) !== sha256) return `${path} is not the original. Install Winnow again.`
  }
  return null
}

async function hashOf(path: string, signal: AbortSignal | undefined): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path, { signal })) hash.update(piece)
  return hash.digest('hex')
}
