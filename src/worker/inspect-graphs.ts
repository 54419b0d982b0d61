import type { Graph } from '../contract/worker.ts'
import type { GraphPort } from '../core/model/graph-facts.ts'
import { modelFileNameSchema } from '../core/model/manifest.ts'
import { cpuProvider } from './providers/execution-provider.ts'
import type { ExecutionProvider } from './providers/execution-provider.ts'
import { modelMissing } from './model-missing.ts'
import { openGraph } from './open-graph.ts'

/**
 * What graphs of a folder take and give, one loaded after the other, so that only one is in memory.
 * @throws WinnowError `model-missing`, naming the file that can't be loaded
 */
export async function inspectGraphs(modelDir: string, files: readonly string[]): Promise<Graph[]> {
  const { name, sessionOptions } = cpuProvider(1)
  // Nothing is computed, so nothing is made quicker first.
  const provider: ExecutionProvider = {
    name,
    sessionOptions: { ...sessionOptions, graphOptimizationLevel: 'disabled' },
  }
  const graphs: Graph[] = []
  for (const file of files) {
    if (!modelFileNameSchema.safeParse(file).success) throw modelMissing(modelDir, `“${file}” is no plain file name`)
    const { inputs, outputs, release } = await openGraph(modelDir, file, provider)
    await release()
    graphs.push({ file, inputs: inputs.map(portOf), outputs: outputs.map(portOf) })
  }
  return graphs
}

function portOf({ name, type, shape }: GraphPort): Graph['inputs'][number] {
  return { name, type, shape: [...shape] }
}
