import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** Everything below a folder, by its path there with `/`: of a file what is in it and when it changed, of a folder that it is there. */
export type Tree = Readonly<Record<string, string>>

/** Reads every byte. Times are to the nanosecond, as far as the disk keeps them. */
export async function readTree(dir: string): Promise<Tree> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  const lines = await Promise.all(
    entries.map(async (entry): Promise<readonly [string, string]> => {
      const path = join(entry.parentPath, entry.name)
      const name = relative(dir, path).replaceAll('\\', '/')
      if (entry.isDirectory()) return [name, 'folder']
      const { mtimeNs } = await stat(path, { bigint: true })
      const digest = createHash('sha256')
        .update(await readFile(path))
        .digest('hex')
      return [name, `${digest} ${mtimeNs}`]
    }),
  )
  return Object.fromEntries(lines.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** What files there are, wherever they lie: the same list before and after files were moved. */
export function contentsOf(tree: Tree): readonly string[] {
  return Object.values(tree)
    .filter((line) => line !== 'folder')
    .toSorted()
}
