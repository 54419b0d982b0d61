import type { ModelManifest } from '../core/model/manifest.ts'
import type { ExecutionProvider } from './providers/execution-provider.ts'
import { imageEncoderOf } from './image-encoder.ts'
import type { ImageEncoder } from './image-encoder.ts'
import { keepOpen } from './keep-open.ts'
import { openGraph } from './open-graph.ts'
import type { OpenGraph } from './open-graph.ts'
import { readManifest } from './read-manifest.ts'
import { textEncoderOf } from './text-encoder.ts'
import type { TextEncoder } from './text-encoder.ts'

/** The two encoders of a model folder. */
export interface LoadedModel {
  readonly modelDir: string
  readonly manifest: ModelManifest
  readonly provider: ExecutionProvider['name']
  readonly images: ImageEncoder
  /**
   * Runs `use` with the text encoder, which is opened when first asked for, as indexing needs none, and closed when nobody has
   * asked for so long: it takes as much memory as the image encoder or more.
   */
  withTexts<R>(use: (texts: TextEncoder) => Promise<R>): Promise<R>
  /** Gives all memory back. Nothing may be asked for any more. */
  release(): Promise<void>
}

const textsIdleMs = 5 * 60_000

/**
 * Loads what the manifest of a folder names; no model is known by name.
 * @throws WinnowError `model-missing` when a file is missing, cut short, or not what the manifest says; `provider-failed` when
 * the provider can't run it
 */
export async function loadModel(
  modelDir: string,
  provider: ExecutionProvider,
  idleMs = textsIdleMs,
): Promise<LoadedModel> {
  const manifest = await readManifest(modelDir)
  const { image, text } = manifest
  const imageGraph = await openGraph(modelDir, image.file, provider)
  // One graph may hold both encoders; it is loaded once.
  const isShared = image.file === text.file
  const releaseText = async (graph: OpenGraph): Promise<void> => {
    if (!isShared) await graph.release()
  }
  const texts = keepOpen({
    async open() {
      const graph = isShared ? imageGraph : await openGraph(modelDir, text.file, provider.forTexts ?? provider)
      try {
        return { graph, encoder: await textEncoderOf(graph, modelDir, manifest) }
      } catch (error) {
        await releaseText(graph)
        throw error
      }
    },
    close: ({ graph }) => releaseText(graph),
    idleMs,
  })
  return {
    modelDir,
    manifest,
    provider: provider.name,
    images: imageEncoderOf(imageGraph, modelDir, manifest, provider.rowsAtOnce),
    withTexts: (use) => texts.use(({ encoder }) => use(encoder)),
    async release() {
      await texts.close()
      await imageGraph.release()
    },
  }
}
