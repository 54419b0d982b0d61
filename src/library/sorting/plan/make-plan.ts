import { join } from 'node:path'
import { bindFiles } from '../../../core/sorting/bind-files.ts'
import type { BindInput } from '../../../core/sorting/bind-files.ts'
import { entriesToHash } from '../../../core/sorting/entries-to-hash.ts'
import type { FilesToHash } from '../../../core/sorting/entries-to-hash.ts'
import { planSort } from '../../../core/sorting/plan-sort.ts'
import { plannedDirectories } from '../../../core/sorting/planned-directories.ts'
import type { SortFile, TargetTree } from '../../../core/sorting/sort-facts.ts'
import type { PlanItem, SortPlan } from '../../../core/sorting/sort-plan.ts'
import type { SortAction } from '../../../core/sorting/sort-rules.ts'
import { breathe } from '../../catalogue/breathe.ts'
import type { Disk } from '../disk/disk.ts'
import type { CheckedTarget } from './check-target.ts'
import type { HashShelf } from './hash-shelf.ts'
import { readTarget } from './read-target.ts'
import { withSeparators } from './slashes.ts'

export interface MadePlan {
  readonly plan: SortPlan
  readonly target: TargetTree
  /** Bytes that have to be written to the target's disk. */
  readonly neededBytes: number
  /** Items that lie on another disk than the target. */
  readonly elsewhere: number
}

/** Plans from gathered facts: looks at the target, reads what has to be compared, and decides. Changes nothing on disk. */
export async function makePlan(
  { disk, hashes }: { readonly disk: Disk; readonly hashes: HashShelf },
  input: BindInput & { readonly action: SortAction },
  target: CheckedTarget,
  signal: AbortSignal,
): Promise<MadePlan> {
  const groups = bindFiles(input)
  await breathe(signal)
  const tree = await readTarget(disk, target.targetPath, plannedDirectories(input, groups), signal)
  await breathe(signal)
  const toHash = entriesToHash({ ...input, target: tree }, groups)
  const files = await hashSources(hashes, input.files, toHash, signal)
  const hashed = await hashEntries(hashes, target.targetPath, tree, toHash, signal)
  await breathe(signal)
  // Files that were hashed are others than those that were bound.
  const plan = planSort(
    { ...input, files, target: hashed },
    files === input.files ? groups : bindFiles({ ...input, files }),
  )
  return { plan, target: hashed, ...(await measure(disk, plan, target)) }
}

async function hashSources(
  hashes: HashShelf,
  files: readonly SortFile[],
  { sources }: FilesToHash,
  signal: AbortSignal,
): Promise<readonly SortFile[]> {
  if (sources.length === 0) return files
  const known = new Map<string, string>()
  for (const { directory, name } of sources) {
    const hash = await hashes.hashOf(withSeparators(directory), name, signal)
    if (hash !== null) known.set(`${directory}/${name}`, hash)
  }
  return files.map((file) => {
    const hashOf = (name: string, before: string | null): string | null =>
      before ?? known.get(`${file.directory}/${name}`) ?? null
    return {
      ...file,
      contentHash: hashOf(file.name, file.contentHash),
      companions: file.companions.map((one) => ({ ...one, contentHash: hashOf(one.name, one.contentHash) })),
    }
  })
}

async function hashEntries(
  hashes: HashShelf,
  targetPath: string,
  tree: TargetTree,
  { entries }: FilesToHash,
  signal: AbortSignal,
): Promise<TargetTree> {
  if (entries.length === 0) return tree
  const known = new Map<string, string | null>()
  for (const { directory, name } of entries) {
    const path = join(targetPath, withSeparators(directory))
    known.set(`${directory}/${name}`, await hashes.hashOf(path, name, signal))
  }
  return new Map(
    [...tree].map(([key, directory]) => [
      key,
      {
        ...directory,
        entries: directory.entries.map((entry) => ({
          ...entry,
          contentHash: entry.contentHash ?? known.get(`${directory.path}/${entry.name}`) ?? null,
        })),
      },
    ]),
  )
}

/** A move on one disk writes nothing, and a second name next to nothing. */
async function measure(
  disk: Disk,
  plan: SortPlan,
  target: CheckedTarget,
): Promise<Pick<MadePlan, 'neededBytes' | 'elsewhere'>> {
  const isElsewhere = new Map<string, boolean>()
  let neededBytes = 0
  let elsewhere = 0
  for (const item of plan.items) {
    if (item.status !== 'go') continue
    const directory = withSeparators(item.fromDirectory)
    const other = isElsewhere.get(directory) ?? (await disk.facts(directory))?.deviceId !== target.deviceId
    isElsewhere.set(directory, other)
    if (other) elsewhere++
    if (plan.action === 'copy' || (plan.action === 'move' && other)) neededBytes += bytesOf(item)
  }
  return { neededBytes, elsewhere }
}

function bytesOf({ members }: PlanItem): number {
  return members.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
}
