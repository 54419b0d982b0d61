import { foldPath } from './fold-path.ts'
import { safeFolderName } from './safe-name.ts'
import type { SortEdits } from './sort-rules.ts'

/**
 * Where a planned folder goes after what a person changed by hand: edits one after the other, each about the path as it was
 * planned or as edits before it made it, with all below it.
 */
export function retarget(planned: string, folders: SortEdits['folders'], nameBytes: number): string {
  let path = planned
  for (const { from, to } of folders) {
    const rest = restBelow(path, from) ?? restBelow(planned, from)
    if (rest === null) continue
    path = [...safeSegments(to, nameBytes), ...(rest === '' ? [] : [rest])].join('/')
  }
  return path
}

/** "a/b/c" below "a" is "b/c"; null when it is not below. */
function restBelow(path: string, ancestor: string): string | null {
  if (ancestor === '') return path
  const names = path.split('/')
  const depth = ancestor.split('/').length
  if (foldPath(names.slice(0, depth).join('/')) !== foldPath(ancestor)) return null
  return names.slice(depth).join('/')
}

/** A path that can't leave the target, whatever was typed. */
function safeSegments(path: string, nameBytes: number): readonly string[] {
  return path
    .split('/')
    .filter((name) => name.trim() !== '')
    .map((name) => safeFolderName(name, nameBytes))
}
