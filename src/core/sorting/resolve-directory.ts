import { foldName, foldPath } from './fold-path.ts'
import type { TargetDirectory, TargetEntry, TargetTree } from './sort-facts.ts'
import type { PlanNote } from './sort-plan.ts'
import { joinPath } from './target-path.ts'

/** A planned directory as it will be on the disk. */
export interface ResolvedDirectory {
  /** Relative to the target; as it is spelled there, where it is. */
  readonly path: string
  /** Null: not there yet, or nothing known of what is in it. */
  readonly existing: TargetDirectory | null
  readonly notes: readonly PlanNote[]
  /** Why nothing can be put there; null when it can. */
  readonly obstacle: PlanNote | null
}

/** @returns a function that says what a planned path becomes on a disk that looks like `target` */
export function directoryResolver(target: TargetTree): (planned: string) => ResolvedDirectory {
  const known = new Map<string, ResolvedDirectory>()
  const entriesOf = new Map<TargetDirectory, ReadonlyMap<string, TargetEntry>>()
  const entryIn = (directory: TargetDirectory | null, name: string): TargetEntry | undefined => {
    if (directory === null) return undefined
    let entries = entriesOf.get(directory)
    if (entries === undefined) {
      entries = new Map(directory.entries.map((entry) => [foldName(entry.name), entry]))
      entriesOf.set(directory, entries)
    }
    return entries.get(foldName(name))
  }
  const resolve = (planned: string): ResolvedDirectory => {
    const before = known.get(planned)
    if (before !== undefined) return before
    const slash = planned.lastIndexOf('/')
    const above = planned === '' ? null : resolve(planned.slice(0, Math.max(0, slash)))
    const name = planned.slice(slash + 1)
    const existing = target.get(foldPath(planned)) ?? null
    const entry = entryIn(above?.existing ?? null, name)
    const unchanged = joinPath(above?.path ?? '', name)
    const path = existing?.path ?? (entry?.kind === 'directory' ? joinPath(above?.path ?? '', entry.name) : unchanged)
    const obstacle =
      above?.obstacle ??
      (existing === null
        ? entry === undefined || entry.kind === 'directory'
          ? null
          : { kind: 'not-a-folder' as const, path }
        : existing.leadsOutside
          ? { kind: 'leads-outside' as const, path }
          : null)
    const notes = path === unchanged ? (above?.notes ?? []) : [{ kind: 'spelling' as const, from: planned, to: path }]
    const resolved = { path, existing, notes, obstacle }
    known.set(planned, resolved)
    return resolved
  }
  return resolve
}
