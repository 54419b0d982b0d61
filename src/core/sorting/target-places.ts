import type { BindInput, BoundGroup } from './bind-files.ts'
import { membersOf } from './claim-files.ts'
import { directoryContents } from './directory-contents.ts'
import type { DirectoryContents } from './directory-contents.ts'
import { foldPath } from './fold-path.ts'
import type { ResolvedDirectory } from './resolve-directory.ts'
import type { SortAction } from './sort-rules.ts'
import { joinPath, relativeTo } from './target-path.ts'

/** A directory of the target while it fills. */
export interface Place {
  readonly contents: DirectoryContents
  /** By the names of a group: the number from which on they may be free. */
  readonly nextNumber: Map<string, number>
}

type PlaceInput = Pick<BindInput, 'targetPath'> & { readonly action: SortAction }

type Places = (directory: ResolvedDirectory) => Place

/** Directories with what is in them, made when something comes. */
export function targetPlaces(
  input: PlaceInput,
  groups: readonly BoundGroup[],
  resolve: (planned: string) => ResolvedDirectory,
): Places {
  const known = knownFiles(input, groups)
  const foldersIn = plannedFolders(groups, resolve)
  const places = new Map<string, Place>()
  return ({ path, existing }) => {
    const key = foldPath(path)
    const before = places.get(key)
    if (before !== undefined) return before
    const contents = directoryContents()
    for (const name of foldersIn.get(key) ?? []) contents.take(name)
    for (const entry of existing?.entries ?? []) {
      // Its name stays in use also when it leaves: until then it is there.
      contents.take(entry.name)
      const file = known.get(`${key}/${entry.name}`)
      const contentHash = entry.contentHash ?? file?.contentHash ?? null
      if (entry.kind === 'file' && contentHash !== null && file?.leaves !== true) {
        contents.hold(contentHash, joinPath(path, entry.name))
      }
    }
    const place = { contents, nextNumber: new Map<string, number>() }
    places.set(key, place)
    return place
  }
}

interface KnownFile {
  readonly contentHash: string | null
  /** It may be moved away, so its content can't be counted on. */
  readonly leaves: boolean
}

/** Files of the plan that are in the target, by folded directory and exact name: a disk may hold both "a.png" and "A.png". */
function knownFiles({ targetPath, action }: PlaceInput, groups: readonly BoundGroup[]): ReadonlyMap<string, KnownFile> {
  const known = new Map<string, KnownFile>()
  for (const group of groups) {
    const directory = relativeTo(targetPath, group.file.directory)
    if (directory === null) continue
    const key = foldPath(directory)
    const leaves = action === 'move' && group.directory !== null && !group.isInPlace && !group.isExcluded
    for (const { name, contentHash } of membersOf(group)) known.set(`${key}/${name}`, { contentHash, leaves })
  }
  return known
}

/** Names of folders that are needed, by the folded path of the one they are in: no file may get such a name. */
function plannedFolders(
  groups: readonly BoundGroup[],
  resolve: (planned: string) => ResolvedDirectory,
): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = new Map<string, Set<string>>()
  for (const planned of new Set(groups.map(({ directory }) => directory ?? ''))) {
    let above = ''
    for (const name of resolve(planned).path.split('/')) {
      const key = foldPath(above)
      const names = folders.get(key)
      if (name === '') continue
      if (names === undefined) folders.set(key, new Set([name]))
      else names.add(name)
      above = joinPath(above, name)
    }
  }
  return folders
}
