/**
 * IEEE 754 binary16, little-endian, two bytes a number. Half the space of float32, and enough for unit vectors: a cosine
 * moves by less than 0.0005. Node 22 has no Float16Array, so the bits are done here.
 */

const float32 = new Float32Array(1)
const bits32 = new Uint32Array(float32.buffer)

/** Rounds to the nearest half, ties to even; too large becomes infinity. Returns `2 * values.length` bytes. */
export function encodeFloat16(values: Float32Array): Uint8Array {
  const bytes = new Uint8Array(values.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < values.length; i++) view.setUint16(i * 2, toHalfBits(values[i]!), true)
  return bytes
}

/** Returns `bytes.length / 2` numbers. Throws a RangeError for an odd number of bytes. */
export function decodeFloat16(bytes: Uint8Array): Float32Array {
  if (bytes.length % 2 !== 0) throw new RangeError(`decodeFloat16: ${bytes.length} bytes are not whole numbers`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const values = new Float32Array(bytes.length / 2)
  for (let i = 0; i < values.length; i++) values[i] = fromHalfBits(view.getUint16(i * 2, true))
  return values
}

function toHalfBits(value: number): number {
  float32[0] = value
  const bits = bits32[0]!
  const sign = (bits >>> 16) & 0x8000
  const magnitude = bits & 0x7fffffff
  if (magnitude > 0x7f800000) return sign | 0x7e00
  if (magnitude >= 0x47800000) return sign | 0x7c00
  // Below the smallest normal half, the bits count multiples of 2^-24.
  if (magnitude < 0x38800000) return sign | roundToEven(Math.abs(float32[0]) * 2 ** 24)
  const rebased = magnitude - 0x38000000
  const half = rebased >>> 13
  const rest = rebased & 0x1fff
  // A carry out of the mantissa lands in the exponent, which is what rounding up to the next power of two means.
  return sign | (rest > 0x1000 || (rest === 0x1000 && half % 2 === 1) ? half + 1 : half)
}

function fromHalfBits(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >>> 10) & 0x1f
  const mantissa = bits & 0x3ff
  if (exponent === 0) return sign * mantissa * 2 ** -24
  if (exponent === 31) return mantissa === 0 ? sign * Infinity : NaN
  return sign * (1 + mantissa / 1024) * 2 ** (exponent - 15)
}

function roundToEven(value: number): number {
  const floor = Math.floor(value)
  const rest = value - floor
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor
}
