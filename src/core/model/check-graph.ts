import type { GraphFacts, GraphPort } from './graph-facts.ts'
import { inputRole } from './input-role.ts'
import type { ModelManifest } from './manifest.ts'

/** What does not fit between a manifest and its image graph, as the end of "the model can't be used: …"; null when all does. */
export function imageGraphProblem(manifest: ModelManifest, graph: GraphFacts): string | null {
  const { input, width, height, layout } = manifest.image
  const port = graph.inputs.find((each) => each.name === input)
  if (port === undefined) return noSuchInput(graph, input)
  const frame = layout === 'nchw' ? [3, height, width] : [height, width, 3]
  if (port.shape.length > 0 && !fits(port.shape.slice(1), frame)) {
    return `its file ${graph.file} takes pictures of ${port.shape.slice(1).join(' x ')} and its manifest says ${frame.join(' x ')}`
  }
  const extra = graph.inputs.find((each) => each.name !== input && !isKnown(each))
  if (extra !== undefined) return unknownInput(graph, extra)
  return outputProblem(manifest, graph, manifest.image.output)
}

/** The same for the text graph. */
export function textGraphProblem(manifest: ModelManifest, graph: GraphFacts): string | null {
  const { inputs, maxTokens, idType, output } = manifest.text
  const ids = graph.inputs.find((each) => each.name === inputs.ids)
  if (ids === undefined) return noSuchInput(graph, inputs.ids)
  const { mask } = inputs
  if (mask !== undefined && !graph.inputs.some((each) => each.name === mask)) return noSuchInput(graph, mask)
  if (ids.type !== idType) {
    return `its file ${graph.file} takes words as ${ids.type} and its manifest says ${idType}`
  }
  const length = ids.shape[1]
  if (typeof length === 'number' && length !== maxTokens) {
    return `its file ${graph.file} takes ${length} tokens and its manifest says ${maxTokens}`
  }
  const extra = graph.inputs.find((each) => each.name !== inputs.ids && each.name !== mask && !isKnown(each))
  if (extra !== undefined) return unknownInput(graph, extra)
  return outputProblem(manifest, graph, output)
}

function outputProblem({ embeddingDim }: ModelManifest, graph: GraphFacts, output: string): string | null {
  const port = graph.outputs.find((each) => each.name === output)
  if (port === undefined) {
    return `its file ${graph.file} has no output “${output}”, only ${namesOf(graph.outputs)}`
  }
  if (port.type !== 'float32' && port.type !== 'float16') return `its file ${graph.file} answers ${port.type}`
  const dim = port.shape.at(-1)
  const isRows = port.shape.length === 0 || port.shape.length === 2
  if (isRows && (typeof dim !== 'number' || dim === embeddingDim)) return null
  return `its file ${graph.file} answers ${port.shape.join(' x ')} and its manifest says ${embeddingDim} numbers a row`
}

function isKnown(port: GraphPort): boolean {
  return inputRole(port.name) !== null
}

function fits(shape: GraphPort['shape'], wanted: readonly number[]): boolean {
  return shape.length === wanted.length && shape.every((side, i) => typeof side === 'string' || side === wanted[i])
}

function noSuchInput(graph: GraphFacts, name: string): string {
  return `its file ${graph.file} has no input “${name}”, only ${namesOf(graph.inputs)}`
}

function unknownInput(graph: GraphFacts, port: GraphPort): string {
  return `its file ${graph.file} asks for “${port.name}”, which Winnow does not know`
}

function namesOf(ports: readonly GraphPort[]): string {
  return ports.map((port) => `“${port.name}”`).join(', ')
}
