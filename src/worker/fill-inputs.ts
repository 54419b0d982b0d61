import type { Tensor } from 'onnxruntime-node'
import type { GraphFacts, GraphPort } from '../core/model/graph-facts.ts'
import { inputRole } from '../core/model/input-role.ts'
import { typedTensor } from './typed-tensor.ts'

export interface GivenInputs {
  readonly tensors: Readonly<Record<string, Tensor>>
  /** The one that carries photos or words, and the shape it is fed with. */
  readonly main: GraphPort
  readonly dims: readonly number[]
}

/** Short, as nobody reads it. Not 1: a trace of one token may have lost that side. */
const blankTokens = 2

/**
 * All that a graph asks for: what is given, segments and positions of tokens, and, where one graph holds both encoders, a
 * blank for the other half.
 * @param blankFrame the sides of a photo without its row, in the graph's layout
 */
export function fillInputs(
  graph: GraphFacts,
  { tensors, main, dims }: GivenInputs,
  blankFrame: readonly number[],
): Readonly<Record<string, Tensor>> {
  const isOfPhotos = dims.length === 4
  const filled = graph.inputs
    .filter((port) => !(port.name in tensors))
    .map((port): [string, Tensor] => {
      const role = inputRole(port.name)
      const isOfSameHalf = (role === 'pixels') === isOfPhotos
      const rest = role === 'pixels' ? blankFrame : [blankTokens]
      const shape = isOfSameHalf ? dims : withFixedSides(port, [blankRows(port, main, dims), ...rest])
      const length = shape.at(-1) ?? 1
      const count = shape.reduce((product, side) => product * side, 1)
      const value = (i: number): number => (role === 'positions' ? i % length : role === 'mask' ? 1 : 0)
      return [
        port.name,
        typedTensor(
          port.type,
          Array.from({ length: count }, (_, i) => value(i)),
          shape,
        ),
      ]
    })
  return { ...tensors, ...Object.fromEntries(filled) }
}

/** One, unless the graph wants as many as of the other half. */
function blankRows(port: GraphPort, main: GraphPort, dims: readonly number[]): number {
  const rows = port.shape[0]
  return typeof rows === 'string' && rows !== '' && rows === main.shape[0] ? (dims[0] ?? 1) : 1
}

function withFixedSides(port: GraphPort, shape: readonly number[]): readonly number[] {
  return shape.map((side, i) => {
    const wanted = port.shape[i]
    return typeof wanted === 'number' ? wanted : side
  })
}
