import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { contentHash } from '../../src/core/hashing/content-hash.ts'

export interface MadeFile {
  readonly from: string
  readonly to: string
  readonly hash: string
}

const filesPerFolder = 100

/** Writes files that nothing can compress, in folders of a hundred, and says where each is to go: by year and month. */
export async function makeFiles(folder: string, count: number, sizeBytes: number): Promise<readonly MadeFile[]> {
  const files: MadeFile[] = []
  for (let i = 0; i < count; i++) {
    const content = randomBytes(sizeBytes)
    const from = `${Math.floor(i / filesPerFolder)}/IMG_${i}.jpg`
    await mkdir(join(folder, dirname(from)), { recursive: true })
    await writeFile(join(folder, from), content)
    const to = `${2015 + (i % 5)}/${String((i % 12) + 1).padStart(2, '0')}/IMG_${i}.jpg`
    files.push({ from, to, hash: contentHash(content) })
  }
  return files
}
