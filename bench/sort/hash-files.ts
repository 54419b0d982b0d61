import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { createContentHash } from '../../src/core/hashing/content-hash.ts'

const pieceBytes = 1024 * 1024

/** Hashes files as any program of Node would, four at once: what a copy of Winnow is compared with. */
export async function hashFiles(paths: readonly string[]): Promise<void> {
  let next = 0
  const work = async (): Promise<void> => {
    const piece = Buffer.allocUnsafeSlow(pieceBytes)
    for (let path = paths[next++]; path !== undefined; path = paths[next++]) await hashOne(path, piece)
  }
  await Promise.all([work(), work(), work(), work()])
}

async function hashOne(path: string, piece: Buffer): Promise<string> {
  const file = await open(path, constants.O_RDONLY)
  try {
    const hash = createContentHash()
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, piece.length, null)
      if (bytesRead === 0) return hash.digest()
      hash.update(piece.subarray(0, bytesRead))
    }
  } finally {
    await file.close()
  }
}
