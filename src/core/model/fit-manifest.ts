import type { GraphFacts, GraphPort } from './graph-facts.ts'
import { inputRole } from './input-role.ts'
import type { ModelManifest } from './manifest.ts'

/**
 * The same model in the words of its files: exports of one model differ in how they call their inputs and outputs, and the
 * files know. A name that is there stays; where it isn't, what can only be meant takes its place. What can't be told stays
 * as it is, and loading then says what is wrong.
 */
export function fitManifest<M extends Pick<ModelManifest, 'image' | 'text'>>(
  manifest: M,
  graphs: readonly GraphFacts[],
): M {
  const { image, text } = manifest
  const vision = graphs.find(({ file }) => file === image.file)
  const words = graphs.find(({ file }) => file === text.file)
  if (vision === undefined || words === undefined) return manifest
  const ids = portFor(words.inputs, text.inputs.ids, (port) => inputRole(port.name) === 'ids')
  const mask = portFor(words.inputs, text.inputs.mask, (port) => inputRole(port.name) === 'mask')
  const pixels = portFor(vision.inputs, image.input, (port) => inputRole(port.name) === 'pixels')
  const idType = ids?.type === 'int32' || ids?.type === 'int64' ? ids.type : text.idType
  return {
    ...manifest,
    image: {
      ...image,
      input: pixels?.name ?? image.input,
      output: outputFor(vision, image.output, 'image')?.name ?? image.output,
    },
    text: {
      ...text,
      inputs: { ids: ids?.name ?? text.inputs.ids, ...(mask === undefined ? {} : { mask: mask.name }) },
      output: outputFor(words, text.output, 'text')?.name ?? text.output,
      idType,
    },
  }
}

function portFor(
  ports: readonly GraphPort[],
  name: string | undefined,
  isMeant: (port: GraphPort) => boolean,
): GraphPort | undefined {
  return ports.find((port) => port.name === name) ?? only(ports.filter(isMeant))
}

/** One row a picture or text; of several such outputs the one that is called after the embedding. */
function outputFor(graph: GraphFacts, name: string, what: 'image' | 'text'): GraphPort | undefined {
  const named = graph.outputs.find((port) => port.name === name)
  if (named !== undefined) return named
  const rows = graph.outputs.filter((port) => port.shape.length === 2 || port.shape.length === 0)
  const called = rows.filter((port) => /embed|feature|pooler/.test(port.name))
  return only(rows) ?? only(called) ?? only(called.filter((port) => port.name.includes(what)))
}

function only<T>(values: readonly T[]): T | undefined {
  return values.length === 1 ? values[0] : undefined
}
