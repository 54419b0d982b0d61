import { join } from 'node:path'
import { localWallClockMs } from '../../../core/scan/local-wall-clock.ts'
import { directoryOf, nameOf } from '../../../core/scan/relative-path.ts'
import type { Companion, SortFile, SortNames } from '../../../core/sorting/sort-facts.ts'
import type { SortRules } from '../../../core/sorting/sort-rules.ts'
import type { SortScope } from '../../../contract/sorting.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { FolderRow } from '../../store/folder.ts'
import type { SortSourceRow } from '../../store/sort-source.ts'
import type { Disk, DiskFacts } from '../disk/disk.ts'
import { cameFrom } from './came-from.ts'
import { directoryPlace } from './directory-place.ts'
import { gatherTags } from './gather-tags.ts'
import { asksForContent, neededCategories } from './needed-tags.ts'
import { asksForRating, rateFiles } from './rate-files.ts'
import { factsByName, readDirectory } from './read-directory.ts'
import type { SourceDirectory } from './read-directory.ts'
import { scopeFiles } from './scope-files.ts'
import { withSlashes } from './slashes.ts'

export interface GatheredFiles {
  readonly files: readonly SortFile[]
  /** Sentences: what was left out, and why. */
  readonly notices: readonly string[]
}

/** What is left out, by the reason. */
type LeftOut = Record<'gone' | 'changed' | 'unread' | 'belongs', number>

/**
 * All files of a scope with what the rules ask of them. What goes with another file is that one's companion and no item of
 * its own; what is not as the library has it any more, lies behind a link, or was not read though the rules ask what is on
 * it, is left out and told.
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
  const needsReading = asksForContent(rules)
  const files: SortFile[] = []
  const leftOut: LeftOut = { gone: 0, changed: 0, unread: 0, belongs: 0 }
  const byDirectory = Map.groupBy(rows, ({ folderId, relativePath }) => `${folderId}/${directoryPlace(relativePath)}`)
  for (const inDirectory of byDirectory.values()) {
    signal.throwIfAborted()
    const [first] = inDirectory
    const folder = first === undefined ? undefined : folders.get(first.folderId)
    if (first === undefined || folder === undefined) continue
    const path = join(folder.path, directoryPlace(first.relativePath))
    const directory = await readDirectory(disk, path)
    if (directory === null) {
      leftOut.gone += inDirectory.length
      continue
    }
    const known = rowsByName(catalogue, folder, first, inDirectory)
    const own = ownFiles(inDirectory, directory, leftOut)
    const facts = await factsByName(
      disk,
      path,
      own.flatMap(({ name }) => [name, ...(directory.companions.get(name) ?? [])]),
    )
    const origins = cameFrom(
      store,
      own.map(({ row }) => row.fileId),
    )
    for (const { row, name } of own) {
      const reason = whyLeftOut(row, facts.get(name), needsReading)
      if (reason !== null) {
        leftOut[reason]++
        continue
      }
      files.push({
        ...fileOf(row, withSlashes(path), name),
        tags: (row.photoId === null ? undefined : tags.get(row.photoId)) ?? [],
        cameFrom: origins.get(row.fileId) ?? null,
        companions: companionsOf(directory.companions.get(name) ?? [], known, facts),
      })
    }
  }
  const rated = asksForRating(rules) ? await rateFiles(catalogue, files, signal) : files
  return { files: rated, notices: [...notices, ...leftOutSentences(leftOut)] }
}

/** Those that don't go with another file. Where that one is not sorted, they stay with it, and are counted. */
function ownFiles(
  rows: readonly SortSourceRow[],
  directory: SourceDirectory,
  leftOut: LeftOut,
): readonly { readonly row: SortSourceRow; readonly name: string }[] {
  const named = rows.map((row) => ({ row, name: nameOf(row.relativePath) }))
  const inScope = new Set(named.map(({ name }) => name))
  return named.filter(({ name }) => {
    const owner = directory.ownerOf.get(name)
    if (owner !== undefined && !inScope.has(owner)) leftOut.belongs++
    return owner === undefined
  })
}

function whyLeftOut(
  { state, sizeBytes, mtimeMs }: SortSourceRow,
  facts: DiskFacts | undefined,
  needsReading: boolean,
): keyof LeftOut | null {
  if (facts === undefined) return 'gone'
  if (facts.sizeBytes !== sizeBytes || facts.mtimeMs !== mtimeMs) return 'changed'
  return needsReading && state === 'found' ? 'unread' : null
}

/** Of everything the library lists in a directory, in the scope or not: companions may be among it. */
function rowsByName(
  { store }: Catalogue,
  folder: FolderRow,
  { relativePath }: SortSourceRow,
  inScope: readonly SortSourceRow[],
): Map<string, SortSourceRow> {
  const directory = directoryOf(relativePath)
  const rows = new Map(inScope.map((row) => [nameOf(row.relativePath), row]))
  for (const row of store.file.inDirectory(folder.folderId, directory)) {
    const name = nameOf(row.relativePath)
    if (row.state === 'missing' || rows.has(name)) continue
    rows.set(name, { ...row, contentHash: null, takenAtMs: null, camera: null })
  }
  return rows
}

function companionsOf(
  names: readonly string[],
  known: ReadonlyMap<string, SortSourceRow>,
  facts: ReadonlyMap<string, DiskFacts>,
): readonly Companion[] {
  const companions: Companion[] = []
  for (const name of names) {
    const now = facts.get(name)
    if (now === undefined) continue
    const row = known.get(name)
    const { sizeBytes, mtimeMs } = now
    companions.push({
      fileId: row?.fileId ?? null,
      photoId: row?.photoId ?? null,
      name,
      sizeBytes,
      mtimeMs,
      contentHash: row?.sizeBytes === sizeBytes && row.mtimeMs === mtimeMs ? row.contentHash : null,
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

function leftOutSentences({ gone, changed, unread, belongs }: LeftOut): readonly string[] {
  const sentences: string[] = []
  const say = (count: number, one: string, many: string): void => {
    if (count > 0) sentences.push(count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${many}`)
  }
  const again = 'Rescan their folder and plan again.'
  say(
    gone,
    `file is not where Winnow last saw it, or behind a link, and left out. ${again}`,
    `files are not where Winnow last saw them, or behind a link, and left out. ${again}`,
  )
  say(
    changed,
    `file has changed since Winnow read it and is left out. ${again}`,
    `files have changed since Winnow read them and are left out. ${again}`,
  )
  say(
    unread,
    'photo has not been read yet and is left out. Plan again in a while.',
    'photos have not been read yet and are left out. Plan again in a while.',
  )
  say(
    belongs,
    'file belongs to another that is not sorted, and stays with it.',
    'files belong to others that are not sorted, and stay with them.',
  )
  return sentences
}
