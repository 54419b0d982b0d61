export interface ByteRange {
  readonly first: number
  /** Included. */
  readonly last: number
}

/**
 * The one range that a `Range` header asks for (RFC 9110 §14.2), `all` when the header is absent, malformed or of a kind
 * that a server may ignore (several ranges), `unsatisfiable` when it lies behind the end.
 */
export function parseByteRange(header: string | null, sizeBytes: number): ByteRange | 'all' | 'unsatisfiable' {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '')
  if (match === null) return 'all'
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return 'all'
  if (first === '') {
    const length = Math.min(Number(last), sizeBytes)
    return length === 0 ? 'unsatisfiable' : { first: sizeBytes - length, last: sizeBytes - 1 }
  }
  if (Number(first) >= sizeBytes) return 'unsatisfiable'
  const end = last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1)
  return end < Number(first) ? 'all' : { first: Number(first), last: end }
}
