import { join } from 'node:path'
import { localWallClockMs } from '../../../core/scan/local-wall-clock.ts'
import { nameOf } from '../../../core/scan/relative-path.ts'
import type { Companion, SortFile, SortNames } from '../../../core/sorting/sort-facts.ts'
import type { SortRules } from '../../../core/sorting/sort-rules.ts'
import type { SortScope } from '../../../contract/sorting.ts'
import { breathe } from '../../catalogue/breathe.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { FolderRow } from '../../store/folder.ts'
import type { SortSourceRow } from '../../store/sort-source.ts'
import type { Disk } from '../disk/disk.ts'
import { cameFrom } from './came-from.ts'
import { directoryPlace } from './directory-place.ts'
import { gatherTags } from './gather-tags.ts'
import { neededCategories } from './needed-tags.ts'
import { asksForRating, rateFiles } from './rate-files.ts'
import { companionFacts, readDirectory } from './read-directory.ts'
import type { SourceDirectory } from './read-directory.ts'
import { scopeFiles } from './scope-files.ts'
import { withSlashes } from './slashes.ts'

export interface GatheredFiles {
  readonly files: readonly SortFile[]
  /** Sentences: what was left out, and why. */
  readonly notices: readonly string[]
}

const slice = 2000

/**
 * All files of a scope with what the rules ask of them. What goes with another file is that one's companion and no item of
 * its own; what is not where the library has it any more, or lies behind a link, is left out and told.
 * @throws WinnowError as `scopeFiles` does
 */
export async function gatherFiles(
  catalogue: Catalogue,
  disk: Disk,
  { scope, rules, names }: { readonly scope: SortScope; readonly rules: SortRules; readonly names: SortNames },
  signal: AbortSignal,
): Promise<GatheredFiles> {
  const { store } = catalogue
  const { rows, notices } = await scopeFiles(catalogue, scope, signal)
  const tags = await gatherTags(catalogue, neededCategories(rules, names), signal)
  const folders = new Map(store.folder.list().map((folder) => [folder.folderId, folder]))
  const files: SortFile[] = []
  let missing = 0
  const byDirectory = Map.groupBy(rows, ({ folderId, relativePath }) => `${folderId}/${directoryPlace(relativePath)}`)
  for (const inDirectory of byDirectory.values()) {
    const [first] = inDirectory
    const folder = first === undefined ? undefined : folders.get(first.folderId)
    if (first === undefined || folder === undefined) continue
    const path = join(folder.path, directoryPlace(first.relativePath))
    const directory = await readDirectory(disk, path)
    const origins = cameFrom(
      store,
      inDirectory.map(({ fileId }) => fileId),
    )
    const others =
      directory === null ? new Map<string, SortSourceRow>() : rowsByName(catalogue, folder, first, inDirectory)
    for (const row of inDirectory) {
      const name = nameOf(row.relativePath)
      if (directory?.names.has(name) !== true) missing++
      else if (!directory.accompanying.has(name)) {
        files.push({
          ...fileOf(row, withSlashes(path), name),
          tags: (row.photoId === null ? undefined : tags.get(row.photoId)) ?? [],
          cameFrom: origins.get(row.fileId) ?? null,
          companions: await companionsOf(disk, { path, directory, name, rows: others }),
        })
      }
      if (files.length % slice === 0) await breathe(signal)
    }
    signal.throwIfAborted()
  }
  const rated = asksForRating(rules) ? await rateFiles(catalogue, files, signal) : files
  return {
    files: rated,
    notices: missing === 0 ? notices : [...notices, missingSentence(missing)],
  }
}

/** Of everything the library lists in a directory, in the scope or not: companions may be among it. */
function rowsByName(
  { store }: Catalogue,
  folder: FolderRow,
  { relativePath }: SortSourceRow,
  inScope: readonly SortSourceRow[],
): Map<string, SortSourceRow> {
  const directory = relativePath.slice(0, relativePath.lastIndexOf('/') + 1)
  const rows = new Map(inScope.map((row) => [nameOf(row.relativePath), row]))
  for (const row of store.file.inDirectory(folder.folderId, directory)) {
    const name = nameOf(row.relativePath)
    if (row.state === 'missing' || rows.has(name)) continue
    rows.set(name, { ...row, contentHash: null, takenAtMs: null, camera: null })
  }
  return rows
}

async function companionsOf(
  disk: Disk,
  at: {
    readonly path: string
    readonly directory: SourceDirectory
    readonly name: string
    readonly rows: ReadonlyMap<string, SortSourceRow>
  },
): Promise<readonly Companion[]> {
  const companions: Companion[] = []
  for (const name of at.directory.companions.get(at.name) ?? []) {
    const row = at.rows.get(name)
    const facts = row ?? (await companionFacts(disk, at.path, name))
    if (facts === null) continue
    companions.push({
      fileId: row?.fileId ?? null,
      photoId: row?.photoId ?? null,
      name,
      sizeBytes: facts.sizeBytes,
      mtimeMs: facts.mtimeMs,
      contentHash: row?.contentHash ?? null,
    })
  }
  return companions
}

function fileOf(
  row: SortSourceRow,
  directory: string,
  name: string,
): Omit<SortFile, 'tags' | 'cameFrom' | 'companions'> {
  const { fileId, folderId, photoId, relativePath, sizeBytes, mtimeMs, contentHash, camera } = row
  return {
    fileId,
    photoId,
    directory,
    name,
    sizeBytes,
    mtimeMs,
    contentHash,
    takenAtMs: row.takenAtMs ?? localWallClockMs(mtimeMs, new Date(mtimeMs).getTimezoneOffset()),
    camera,
    rating: null,
    place: { folderId, path: directoryPlace(relativePath) },
  }
}

function missingSentence(count: number): string {
  const files = count === 1 ? '1 file is' : `${count} files are`
  return `${files} not where Winnow last saw them, or behind a link, and left out. If you moved them, plan again in a moment.`
}
