import { bindFiles } from './bind-files.ts'
import type { BindInput, BoundGroup } from './bind-files.ts'
import { membersOf } from './claim-files.ts'
import { directoryResolver } from './resolve-directory.ts'
import type { TargetTree } from './sort-facts.ts'

export interface FilesToHash {
  /** Of the files that are sorted, companions among them. */
  readonly sources: readonly {
    readonly fileId: number | null
    /** Absolute. */
    readonly directory: string
    readonly name: string
  }[]
  /** Of what stands in the target. */
  readonly entries: readonly {
    /** Relative to the target, as it is spelled there. */
    readonly directory: string
    readonly name: string
  }[]
}

/**
 * Files whose content must be known to tell whether the same content is where a file goes, because others there have the
 * same size. Only those whose `contentHash` is null.
 * @param bound what `bindFiles` makes of this input, where that is at hand
 */
export function entriesToHash(
  input: BindInput & { readonly target: TargetTree },
  bound: readonly BoundGroup[] = bindFiles(input),
): FilesToHash {
  const resolve = directoryResolver(input.target)
  const byDirectory = new Map<string, BoundGroup[]>()
  for (const group of bound) {
    if (group.directory === null || group.isExcluded) continue
    const groups = byDirectory.get(group.directory)
    if (groups === undefined) byDirectory.set(group.directory, [group])
    else groups.push(group)
  }
  const sources: FilesToHash['sources'][number][] = []
  const entries: FilesToHash['entries'][number][] = []
  for (const [directory, groups] of byDirectory) {
    const { path, existing, obstacle } = resolve(directory)
    if (obstacle !== null) continue
    // Files that are in place are entries as well: they are hashed as what they are in the library.
    const inPlace = new Set(
      groups.flatMap((group) => (group.isInPlace ? membersOf(group).map(({ name }) => name) : [])),
    )
    const others = (existing?.entries ?? []).filter(({ kind, name }) => kind === 'file' && !inPlace.has(name))
    const sizes = sizesToCompare(groups, others)
    for (const group of groups) {
      for (const { fileId, name, sizeBytes, contentHash } of membersOf(group)) {
        if (contentHash !== null || !sizes.has(sizeBytes)) continue
        sources.push({ fileId, directory: group.file.directory, name })
      }
    }
    for (const { name, sizeBytes, contentHash } of others) {
      if (contentHash === null && sizes.has(sizeBytes)) entries.push({ directory: path, name })
    }
  }
  return { sources, entries }
}

/** Sizes of all members of groups that come, and could be there already as a whole. */
function sizesToCompare(
  groups: readonly BoundGroup[],
  others: readonly { readonly sizeBytes: number }[],
): ReadonlySet<number> {
  const counts = new Map<number, number>()
  for (const { sizeBytes } of [...others, ...groups.flatMap(membersOf)]) {
    counts.set(sizeBytes, (counts.get(sizeBytes) ?? 0) + 1)
  }
  const sizes = new Set<number>()
  for (const group of groups) {
    if (group.isInPlace) continue
    const own = membersOf(group).map(({ sizeBytes }) => sizeBytes)
    if (own.every((size) => (counts.get(size) ?? 0) > own.filter((other) => other === size).length)) {
      for (const size of own) sizes.add(size)
    }
  }
  return sizes
}
