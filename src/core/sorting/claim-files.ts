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
 */
export function claimFiles(files: readonly SortFile[]): readonly FileGroup[] {
  const sorted = [...files].sort(
    (a, b) => compareText(a.directory, b.directory) || compareText(a.name, b.name) || a.fileId - b.fileId,
  )
  const companions = new Set(sorted.flatMap((file) => file.companions.map(({ name }) => pathOf(file.directory, name))))
  const claimedPaths = new Set<string>()
  const claimedIds = new Set<number>()
  const claim = (directory: string, { name, fileId }: { name: string; fileId: number | null }): boolean => {
    const path = pathOf(directory, name)
    if (claimedPaths.has(path) || (fileId !== null && claimedIds.has(fileId))) return false
    claimedPaths.add(path)
    if (fileId !== null) claimedIds.add(fileId)
    return true
  }
  const groups: FileGroup[] = []
  for (const isCompanion of [false, true]) {
    for (const file of sorted) {
      if (companions.has(pathOf(file.directory, file.name)) !== isCompanion || !claim(file.directory, file)) continue
      groups.push({ file, companions: file.companions.filter((companion) => claim(file.directory, companion)) })
    }
  }
  return groups
}

function pathOf(directory: string, name: string): string {
  return `${directory}/${name}`
}
