import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { createContentHash } from '../../../core/hashing/content-hash.ts'
import { withPiece } from './with-piece.ts'

/** Content hash of a file, read piece by piece. @throws the system's error (ELOOP for a link), or the signal's reason */
export async function hashFile(path: string, signal?: AbortSignal): Promise<string> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  try {
    const hash = createContentHash()
    return await withPiece(async (piece) => {
      for (;;) {
        signal?.throwIfAborted()
        const { bytesRead } = await file.read(piece, 0, piece.length, null)
        if (bytesRead === 0) return hash.digest()
        hash.update(piece.subarray(0, bytesRead))
      }
    })
  } finally {
    await file.close()
  }
}
