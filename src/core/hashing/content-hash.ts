import xxhash from 'xxhash-wasm'

const { create64 } = await xxhash()

/** WebAssembly copies what it hashes into its own memory, which only grows: in pieces it stays small. */
const pieceBytes = 256 * 1024

/** A content hash in the making, for what is read piece by piece. */
export interface ContentHash {
  update(bytes: Uint8Array): void
  /** The hash of all bytes so far. */
  digest(): string
}

/**
 * Identity of a photo: XXH64 of all its bytes under two seeds, 128 bits as 32 hex digits. Quick, and far beyond chance:
 * among a billion photos two share a hash with probability 1e-21. It does not resist people who build collisions; all they
 * could win is that one of their own photos shows another's thumbnail.
 */
export function createContentHash(): ContentHash {
  const first = create64(0n)
  const second = create64(1n)
  return {
    update(bytes) {
      for (let at = 0; at < bytes.length; at += pieceBytes) {
        const piece = bytes.subarray(at, at + pieceBytes)
        first.update(piece)
        second.update(piece)
      }
    },
    digest: () => [first, second].map((hash) => hash.digest().toString(16).padStart(16, '0')).join(''),
  }
}

/** The content hash of bytes that are all in memory. */
export function contentHash(bytes: Uint8Array): string {
  const hash = createContentHash()
  hash.update(bytes)
  return hash.digest()
}
