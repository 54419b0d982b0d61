import type { ModelManifest } from '../core/model/manifest.ts'
import { cpuProvider } from './execution-provider.ts'
import { openImageEncoder } from './image-encoder.ts'
import type { ImageEncoder } from './image-encoder.ts'
import { readManifest } from './read-manifest.ts'
import { openTextEncoder } from './text-encoder.ts'
import type { TextEncoder } from './text-encoder.ts'

/** The two encoders of a model folder. */
export interface LoadedModel {
  readonly modelDir: string
  readonly manifest: ModelManifest
  readonly provider: string
  readonly images: ImageEncoder
  /** Opened when first asked for: indexing needs none. */
  texts(): Promise<TextEncoder>
}

/**
 * Loads what the manifest of a folder names; no model is known by name.
 * @param threads of the encoder
 * @throws WinnowError `model-missing` when a file is missing or cut short
 */
export async function loadModel(modelDir: string, threads: number): Promise<LoadedModel> {
  const manifest = await readManifest(modelDir)
  const provider = cpuProvider(threads)
  const images = await openImageEncoder(modelDir, manifest, provider)
  let texts: Promise<TextEncoder> | undefined
  return {
    modelDir,
    manifest,
    provider: provider.name,
    images,
    texts: () => (texts ??= openTextEncoder(modelDir, manifest, provider)),
  }
}
