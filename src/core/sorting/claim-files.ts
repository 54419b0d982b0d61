import { compareText } from './compare-text.ts'
import type { Companion, SortFile } from './sort-facts.ts'

/** A file and what goes with it, none of which is in another group. */
export interface FileGroup {
  readonly file: SortFile
  readonly companions: readonly Companion[]
}

/** Names, sizes and content of a group, the file itself first. */
export function membersOf({ file, companions }: FileGroup): readonly Companion[] {
  return [file, ...companions]
}

/**
 * Makes groups in which every file is once at most, whatever it was given: who is a companion of a file is not a file of its
 * own, and what two files claim is the first one's. The order of the files decides nothing.
 * @returns groups by directory, then by name
 */
export function claimFiles(files: readonly SortFile[]): readonly FileGroup[] {
  const byDirectory = new Map<string, SortFile[]>()
  for (const file of files) {
    const known = byDirectory.get(file.directory)
    if (known === undefined) byDirectory.set(file.directory, [file])
    else known.push(file)
  }
  const claimedIds = new Set<number>()
  return [...byDirectory.keys()].sort(compareText).flatMap((directory) => {
    const sorted = (byDirectory.get(directory) ?? []).sort((a, b) => compareText(a.name, b.name) || a.fileId - b.fileId)
    return claimInDirectory(sorted, claimedIds)
  })
}

function claimInDirectory(sorted: readonly SortFile[], claimedIds: Set<number>): readonly FileGroup[] {
  const claimedNames = new Set<string>()
  const claim = ({ name, fileId }: Companion): boolean => {
    if (claimedNames.has(name) || (fileId !== null && claimedIds.has(fileId))) return false
    claimedNames.add(name)
    if (fileId !== null) claimedIds.add(fileId)
    return true
  }
  const companionNames = new Set<string>()
  for (const { companions } of sorted) for (const { name } of companions) companionNames.add(name)
  const groupOf = (file: SortFile): readonly FileGroup[] =>
    claim(file) ? [{ file, companions: file.companions.length === 0 ? none : file.companions.filter(claim) }] : []
  const groups = sorted.flatMap((file) => (companionNames.has(file.name) ? [] : groupOf(file)))
  // Companions that nobody got, because they name each other.
  const left = sorted.flatMap((file) => (companionNames.has(file.name) ? groupOf(file) : []))
  return left.length === 0 ? groups : [...groups, ...left].sort((a, b) => compareText(a.file.name, b.file.name))
}

const none: readonly Companion[] = []
