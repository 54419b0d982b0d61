import { closeSync, constants, openSync } from 'node:fs'
import { createContentHash } from '../../../core/hashing/content-hash.ts'
import type { Stop } from './disk-orders.ts'
import { readPieces } from './read-pieces.ts'

/** Content hash of a file, read piece by piece; blocks the thread. @throws the system's error (ELOOP for a link), or ReadingStopped */
export function hashFile(path: string, memory: Buffer, stop: Stop): string {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  try {
    const hash = createContentHash()
    for (const piece of readPieces(file, memory, stop)) hash.update(piece)
    return hash.digest()
  } finally {
    closeSync(file)
  }
}
