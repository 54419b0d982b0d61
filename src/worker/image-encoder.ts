import { imageGraphProblem } from '../core/model/check-graph.ts'
import type { ModelManifest } from '../core/model/manifest.ts'
import { fillInputs } from './fill-inputs.ts'
import { modelMissing } from './model-missing.ts'
import type { OpenGraph } from './open-graph.ts'
import { typedTensor } from './typed-tensor.ts'
import { unitVectors } from './unit-vectors.ts'

export interface ImageEncoder {
  /** One unit vector a tensor (see make-tensor.ts), in order. Blocks this thread while it computes. */
  encode(tensors: readonly Float32Array[]): Promise<readonly Float32Array[]>
}

/**
 * The image encoder that a graph holds. A graph of a fixed number of rows is run in pieces of it, the last filled up with zeros.
 * @param rowsAtOnce where the provider wants one shape for all runs
 * @throws WinnowError `model-missing` when graph and manifest are not of one model
 */
export function imageEncoderOf(
  graph: OpenGraph,
  modelDir: string,
  manifest: ModelManifest,
  rowsAtOnce: number | undefined,
): ImageEncoder {
  const problem = imageGraphProblem(manifest, graph)
  const { input, output, width, height, layout } = manifest.image
  const main = graph.inputs.find((port) => port.name === input)
  if (problem !== null || main === undefined) throw modelMissing(modelDir, problem ?? '')
  const frame = layout === 'nchw' ? [3, height, width] : [height, width, 3]
  const tensorLength = 3 * width * height
  const rowsOfGraph = main.shape[0]
  const fixedRows = typeof rowsOfGraph === 'number' ? rowsOfGraph : rowsAtOnce

  async function run(tensors: readonly Float32Array[]): Promise<readonly Float32Array[]> {
    const rows = fixedRows ?? tensors.length
    const batch = new Float32Array(rows * tensorLength)
    tensors.forEach((tensor, i) => batch.set(tensor, i * tensorLength))
    const dims = [rows, ...frame]
    const given = { tensors: { [input]: typedTensor(main!.type, batch, dims) }, main: main!, dims }
    const answer = await graph.run(fillInputs(graph, given, frame), output)
    return unitVectors(answer, tensors.length, { modelDir, file: graph.file, manifest })
  }

  return {
    async encode(tensors) {
      const step = fixedRows ?? Math.max(1, tensors.length)
      const vectors: Float32Array[] = []
      for (let at = 0; at < tensors.length; at += step) vectors.push(...(await run(tensors.slice(at, at + step))))
      return vectors
    },
  }
}
