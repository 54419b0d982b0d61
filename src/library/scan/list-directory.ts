import type { Dirent, Stats } from 'node:fs'
import { opendir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isCloudPlaceholder } from '../../core/scan/cloud-placeholder.ts'
import type { ListedFile } from '../../core/scan/diff-listing.ts'
import { isExcludedName } from '../../core/scan/excluded-name.ts'
import { mediaKind } from '../../core/scan/media-kind.ts'

/** A piece of a directory's listing: 100,000 files come in many. */
export interface DirectoryPart {
  /** Images and videos. */
  readonly files: readonly ListedFile[]
  /** Names of folders in it. */
  readonly directories: readonly string[]
  /** Names of links that lead to folders. */
  readonly links: readonly string[]
  /** Names that are no valid text, so that no program can open them by name. */
  readonly badNames: number
  /** Whether some entries could not be asked about: their absence from `files` says nothing. */
  readonly isPartial: boolean
}

/** So many come at once, in whatever order the system has them: the first thumbnails need not wait for a long listing. */
const firstPart = 64
const laterParts = 500

/**
 * Lists a directory without what is excluded by name. Only images and videos are asked for size and time. After the first
 * part, names come from last to first: cameras count upwards, so that the newest come early, and a database takes names in
 * order several times faster than at random.
 * @throws the file system's error when the directory can't be read, also midway.
 */
export async function* listDirectory(path: string, platform: string): AsyncGenerator<DirectoryPart> {
  let entries: Dirent[] = []
  let isFirst = true
  for await (const entry of await opendir(path, { bufferSize: 256 })) {
    if (isExcludedName(entry.name)) continue
    const isInteresting = entry.isDirectory() || entry.isSymbolicLink() || mediaKind(entry.name) !== null
    if (!isInteresting) continue
    entries.push(entry)
    if (!isFirst || entries.length < firstPart) continue
    yield await describe(path, entries, platform)
    entries = []
    isFirst = false
  }
  entries.sort((a, b) => (a.name < b.name ? 1 : -1))
  for (let from = 0; from < entries.length; from += laterParts) {
    yield await describe(path, entries.slice(from, from + laterParts), platform)
  }
  if (isFirst && entries.length === 0) yield await describe(path, [], platform)
}

async function describe(path: string, entries: readonly Dirent[], platform: string): Promise<DirectoryPart> {
  const files: ListedFile[] = []
  const directories: string[] = []
  const links: string[] = []
  let badNames = 0
  let isPartial = false

  const describeEntry = async (entry: Dirent): Promise<void> => {
    const { name } = entry
    if (entry.isDirectory()) {
      directories.push(name)
      return
    }
    let stats: Stats
    try {
      stats = await stat(join(path, name))
    } catch (error) {
      // Gone meanwhile, or a link to nowhere or to itself: no file. Anything else hides a file that may well be there.
      if (!isAbsence(error)) isPartial = true
      else if (name.includes('\uFFFD')) badNames++
      return
    }
    if (stats.isDirectory()) {
      links.push(name)
      return
    }
    const kind = mediaKind(name)
    if (!stats.isFile() || kind === null) return
    const inTheCloud = isCloudPlaceholder(platform, stats.size, stats.blocks)
    files.push({ name, sizeBytes: stats.size, mtimeMs: stats.mtimeMs, kind, inTheCloud })
  }

  await Promise.all(entries.map(describeEntry))
  return { files, directories, links, badNames, isPartial }
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ELOOP')
}
