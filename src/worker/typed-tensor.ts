import { Tensor } from 'onnxruntime-node'
import { decodeFloat16, encodeFloat16 } from '../core/vector/float16.ts'

/**
 * Numbers as the tensor that a graph asks for; `uint8` is rounded.
 * @throws Error for a type that no encoder takes
 */
export function typedTensor(type: string, values: Float32Array | readonly number[], dims: readonly number[]): Tensor {
  switch (type) {
    case 'float32':
      return new Tensor('float32', values instanceof Float32Array ? values : Float32Array.from(values), dims)
    case 'float16':
      return halfTensor(values instanceof Float32Array ? values : Float32Array.from(values), dims)
    case 'int64':
      return new Tensor('int64', BigInt64Array.from(Array.from(values, BigInt)), dims)
    case 'int32':
      return new Tensor('int32', Int32Array.from(values), dims)
    case 'uint8':
      return new Tensor('uint8', Uint8Array.from(values, Math.round), dims)
    default:
      throw new Error(`No encoder takes ${type}`)
  }
}

/** A tensor of floats, whatever their size; undefined for one of other things. */
export function floatsOf(tensor: Tensor): Float32Array | undefined {
  if (tensor.data instanceof Float32Array) return tensor.data
  if (tensor.type !== 'float16' || !ArrayBuffer.isView(tensor.data)) return undefined
  return decodeFloat16(new Uint8Array(tensor.data.buffer, tensor.data.byteOffset, tensor.data.byteLength))
}

/**
 * Where JavaScript has a Float16Array, onnxruntime-node 1.30 makes one of every float16 tensor and then takes it for empty
 * (microsoft/onnxruntime#32323). So the bits go in as uint16 and only their label is changed.
 */
function halfTensor(values: Float32Array, dims: readonly number[]): Tensor {
  const bytes = encodeFloat16(values)
  const tensor = new Tensor('uint16', new Uint16Array(bytes.buffer, bytes.byteOffset, values.length), dims)
  return Object.assign(tensor, { type: 'float16' as const })
}
