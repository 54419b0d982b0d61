import { bindFiles } from './bind-files.ts'
import type { BindInput, BoundGroup } from './bind-files.ts'
import { membersOf } from './claim-files.ts'
import type { DirectoryContents } from './directory-contents.ts'
import { nameGroup } from './name-group.ts'
import { directoryResolver } from './resolve-directory.ts'
import type { ResolvedDirectory } from './resolve-directory.ts'
import type { TargetTree } from './sort-facts.ts'
import type { ItemStatus, PlanItem, PlanMember, PlanNote, SortPlan } from './sort-plan.ts'
import type { SortAction } from './sort-rules.ts'
import { joinPath } from './target-path.ts'
import { targetPlaces } from './target-places.ts'
import type { Place } from './target-places.ts'

export interface SortInput extends BindInput {
  readonly action: SortAction
  /** See `plannedDirectories` for which are needed, and `entriesToHash` for whose content. */
  readonly target: TargetTree
}

/**
 * Decides for every file where it goes and under which name, so that nothing is overwritten, whatever comes first: no two
 * files get one path, not on systems that ignore case or normal form either; what is in place stays; content that is there
 * already is not put there again; what can't be put anywhere stays where it is.
 *
 * The same files in another order give the same plan, and a plan that was applied gives one with nothing to do.
 * Throws for rules that have a `rulesProblem`.
 * @param groups what `bindFiles` makes of this input, where that is at hand
 */
export function planSort(input: SortInput, groups: readonly BoundGroup[] = bindFiles(input)): SortPlan {
  const resolve = directoryResolver(input.target)
  const places = targetPlaces(input, groups, resolve)
  // What is in place has its name before anything comes.
  for (const group of groups) {
    if (!group.isInPlace || group.directory === null) continue
    const there = resolve(group.directory)
    settle(group, places(there), there.path)
  }
  const items = groups.map((group): PlanItem => {
    const { route, directory } = group
    if (directory === null) return itemOf(group, null, route.wish === 'unsure' ? 'unsure' : 'no-rule', [])
    const there = resolve(directory)
    const stays = (status: ItemStatus, ...notes: readonly PlanNote[]): PlanItem =>
      itemOf(group, there.path, status, notes)
    if (group.isExcluded) return stays('excluded')
    if (group.isInPlace) return stays('in-place')
    if (there.obstacle !== null) return stays('blocked', there.obstacle)
    const place = places(there)
    const same = sameContent(group, place.contents)
    if (same !== null) return stays('same-content', { kind: 'same-content', path: same })
    return putInto(place, group, there, input)
  })
  return { action: input.action, targetPath: input.targetPath, items }
}

function putInto(place: Place, group: BoundGroup, there: ResolvedDirectory, input: SortInput): PlanItem {
  const members = membersOf(group)
  const names = members.map(({ name }) => name)
  const key = names.join('/')
  const directory = joinPath(input.targetPath, there.path)
  const { contents, nextNumber } = place
  const named = nameGroup(names, directory.length, input.limits, contents.isFree, nextNumber.get(key) ?? 1)
  if (named === null) {
    return itemOf(group, there.path, 'blocked', [
      { kind: 'path-too-long', path: joinPath(there.path, group.file.name) },
    ])
  }
  if (named.number > 1) nextNumber.set(key, named.number + 1)
  for (const [index, { contentHash }] of members.entries()) {
    const name = named.names[index] ?? ''
    contents.settle(name)
    if (contentHash !== null) contents.hold(contentHash, joinPath(there.path, name))
  }
  return itemOf(group, there.path, 'go', [...there.notes, ...named.notes], named.names)
}

/** Where the photo's content is, when that of all its companions is there too. */
function sameContent(group: BoundGroup, contents: DirectoryContents): string | null {
  const paths = membersOf(group).map(({ contentHash }) =>
    contentHash === null ? undefined : contents.whereIs(contentHash),
  )
  return paths.every((path) => path !== undefined) ? (paths[0] ?? null) : null
}

function settle(group: BoundGroup, { contents }: Place, directory: string): void {
  for (const { name, contentHash } of membersOf(group)) {
    contents.settle(name)
    if (contentHash !== null) contents.hold(contentHash, joinPath(directory, name))
  }
}

function itemOf(
  group: BoundGroup,
  toDirectory: string | null,
  status: ItemStatus,
  notes: readonly PlanNote[],
  names: readonly string[] = [],
): PlanItem {
  const { file, route } = group
  return {
    fileId: file.fileId,
    photoId: file.photoId,
    fromDirectory: file.directory,
    toDirectory,
    members: membersOf(group).map(({ fileId, photoId, name, sizeBytes, mtimeMs, contentHash }, index): PlanMember => ({
      fileId,
      photoId,
      fromName: name,
      toName: names[index] ?? name,
      sizeBytes,
      mtimeMs,
      contentHash,
    })),
    status,
    ruleIndex: route.ruleIndex,
    alsoWantedBy: route.alsoWantedBy,
    notes,
  }
}
