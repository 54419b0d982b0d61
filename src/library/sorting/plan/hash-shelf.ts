import { join } from 'node:path'
import { relativeInside } from '../../scan/path-inside.ts'
import type { Store } from '../../store/store.ts'
import type { Disk } from '../disk/disk.ts'

/** Content hashes of files on disk, each read once while it stays as it is. */
export interface HashShelf {
  /** Null when it is no file any more. */
  hashOf(directory: string, name: string, signal: AbortSignal): Promise<string | null>
}

export function createHashShelf(store: Pick<Store, 'folder' | 'sortSource'>, disk: Disk): HashShelf {
  const known = new Map<string, string>()
  return {
    async hashOf(directory, name, signal) {
      const path = join(directory, name)
      const facts = await disk.facts(path)
      if (facts?.kind !== 'file') return null
      const key = `${facts.deviceId}:${facts.inode}:${facts.sizeBytes}:${facts.mtimeNs}`
      const hash = known.get(key) ?? hashInLibrary(store, path, facts) ?? (await disk.hash(path, signal))
      known.set(key, hash)
      return hash
    },
  }
}

/** The library read most photos already. */
function hashInLibrary(
  { folder, sortSource }: Pick<Store, 'folder' | 'sortSource'>,
  path: string,
  { sizeBytes, mtimeMs }: { readonly sizeBytes: number; readonly mtimeMs: number },
): string | null {
  for (const one of folder.list()) {
    const way = relativeInside(path, one.path)
    if (way === null) continue
    const hash = sortSource.hashAt(one.folderId, way, sizeBytes, mtimeMs)
    if (hash !== null) return hash
  }
  return null
}
