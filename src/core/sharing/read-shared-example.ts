import { z } from 'zod'
import { dot } from '../vector/dot.ts'
import { decodeFloat16 } from '../vector/float16.ts'
import { normalise } from '../vector/normalise.ts'
import type { SharedExample } from './category-file.ts'

const exampleSchema = z.object({
  verdict: z.enum(['yes', 'no']),
  hash: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .nullable()
    .catch(null),
  vector: z.string().nullable().catch(null),
})

/** Shorter than this and it points nowhere: rounding alone made it. */
const leastLength = 1e-3

/**
 * Returns what reads the examples of one category, one after the other: an example, or why it can't be used, as words
 * that fit one and many. A picture counts once.
 * @param vectorDim numbers a vector must have; null where vectors of the file can't be used, so that only hashes are
 */
export function createExampleReader(vectorDim: number | null): (raw: unknown) => SharedExample | string {
  const seen = new Set<string>()
  return (raw) => {
    const parsed = exampleSchema.safeParse(raw)
    if (!parsed.success) return 'neither yes nor no'
    const { verdict, hash, vector: base64 } = parsed.data
    const vector = base64 === null || vectorDim === null ? null : readVector(base64, vectorDim)
    if (hash === null && vector === null) return 'neither a vector nor a hash that can be used'
    if (typeof vector === 'string') return vector
    const identity = hash ?? base64 ?? ''
    if (seen.has(identity)) return 'the same picture twice'
    seen.add(identity)
    return { verdict, hash, vector }
  }
}

function readVector(base64: string, dim: number): Float32Array | string {
  // Compared before it is unpacked: a text of 60 MB is not worth unpacking to see that it is too long.
  const characters = 4 * Math.ceil((dim * 2) / 3)
  const bytes = base64.length > characters ? null : bytesOf(base64)
  if (bytes?.length !== dim * 2) return `no vector of the ${dim.toLocaleString('en-US')} numbers of this model`
  const vector = decodeFloat16(bytes)
  const squares = dot(vector, vector)
  if (!Number.isFinite(squares)) return 'a vector with numbers that are none'
  if (squares < leastLength * leastLength) return 'a vector of nothing but zeros'
  return normalise(vector)
}

function bytesOf(base64: string): Uint8Array | null {
  let text: string
  try {
    text = atob(base64)
  } catch {
    return null
  }
  // A loop: `Uint8Array.from` with a function is ten times slower, and there may be 10,000 of these.
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}
