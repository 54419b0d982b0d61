import { bindFiles } from './bind-files.ts'
import type { BindInput, BoundGroup } from './bind-files.ts'
import { comparePaths } from './compare-text.ts'

/**
 * The directories of the target to look into before planning: all that a file is bound for, with those on the way.
 * @param groups what `bindFiles` makes of this input, where that is at hand
 * @returns paths relative to the target, each after the one it is in; '' (the target itself) first. None when nothing goes anywhere
 */
export function plannedDirectories(
  input: BindInput,
  groups: readonly BoundGroup[] = bindFiles(input),
): readonly string[] {
  const paths = new Set<string>()
  for (const { directory } of groups) {
    if (directory === null) continue
    for (let path = directory; !paths.has(path); path = path.slice(0, Math.max(0, path.lastIndexOf('/'))))
      paths.add(path)
  }
  return [...paths].sort(comparePaths)
}
