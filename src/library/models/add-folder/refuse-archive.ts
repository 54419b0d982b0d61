import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { refusal } from './list-model-folder.ts'

/** First bytes, in hexadecimal, and what a file is that begins with them. */
const archives: readonly (readonly [string, string])[] = [
  ['504b0304', 'a ZIP archive'],
  ['504b0506', 'a ZIP archive'],
  ['1f8b', 'a gzip archive'],
  ['377abcaf271c', 'a 7-Zip archive'],
  ['526172211a07', 'a RAR archive'],
  ['fd377a585a00', 'an xz archive'],
  ['28b52ffd', 'a zstd archive'],
  ['425a68', 'a bzip2 archive'],
]

/** Text that Git has in place of a large file. */
const pointer = 'version https://git-lfs'

/**
 * A graph is never an archive, whatever its name says; what unpacks one has to be asked for by the person.
 * @throws WinnowError `invalid-input` with a sentence that names the file
 */
export async function refuseArchives(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const head = await headOf(join(folder, name))
    const found = archives.find(([magic]) => head.toString('hex').startsWith(magic))
    if (found !== undefined) throw refusal(`${name} is ${found[1]}. Unpack it and choose the folder that comes out.`)
    if (head.toString('latin1').startsWith(pointer)) {
      throw refusal(`${name} is only a pointer of Git LFS, not the file. Run “git lfs pull” in the folder first.`)
    }
  }
}

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(32), 0, 32, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
