import { comparePaths } from './compare-text.ts'
import { foldPath } from './fold-path.ts'
import type { TargetTree } from './sort-facts.ts'
import type { PlanItem, PlanNoteKind, SortPlan } from './sort-plan.ts'

/** As `plannedFolderSchema` of the contract says. */
export interface FolderSummary {
  path: string
  itemCount: number
  fileCount: number
  sizeBytes: number
  ownItemCount: number
  samplePhotoIds: number[]
  exists: boolean
}

/** As `planCountsSchema` of the contract says. */
export interface PlanTotals {
  go: number
  inPlace: number
  noRule: number
  unsure: number
  sameContent: number
  excluded: number
  blocked: number
  files: number
  companions: number
  sizeBytes: number
  renamed: number
  spelling: number
  nameChanged: number
  severalRules: number
}

const mostFolders = 5000
const mostSamples = 4

const nothing: PlanTotals = {
  go: 0,
  inPlace: 0,
  noRule: 0,
  unsure: 0,
  sameContent: 0,
  excluded: 0,
  blocked: 0,
  files: 0,
  companions: 0,
  sizeBytes: 0,
  renamed: 0,
  spelling: 0,
  nameChanged: 0,
  severalRules: 0,
}

const countOf = {
  go: 'go',
  'in-place': 'inPlace',
  'no-rule': 'noRule',
  unsure: 'unsure',
  'same-content': 'sameContent',
  excluded: 'excluded',
  blocked: 'blocked',
} as const satisfies Record<PlanItem['status'], keyof PlanTotals>

/** Folders that something goes to or below, each after the one it is in and at most 5,000 of `folderCount`; and what the plan does in numbers. */
export function summarisePlan(
  plan: SortPlan,
  target: TargetTree,
): { readonly folders: FolderSummary[]; readonly folderCount: number; readonly counts: PlanTotals } {
  const folders = new Map<string, FolderSummary>()
  const counts = { ...nothing }
  for (const item of plan.items) {
    counts[countOf[item.status]]++
    if (item.status !== 'go' || item.toDirectory === null) continue
    const sizeBytes = item.members.reduce((sum, member) => sum + member.sizeBytes, 0)
    counts.files += item.members.length
    counts.companions += item.members.length - 1
    counts.sizeBytes += sizeBytes
    if (hasNote(item, 'renamed')) counts.renamed++
    if (hasNote(item, 'spelling')) counts.spelling++
    if (hasNote(item, 'portable-name', 'shortened')) counts.nameChanged++
    if (item.alsoWantedBy.length > 0) counts.severalRules++
    for (const path of withAncestors(item.toDirectory)) {
      const folder = folders.get(path) ?? emptyFolder(path, target)
      folders.set(path, folder)
      folder.itemCount++
      folder.fileCount += item.members.length
      folder.sizeBytes += sizeBytes
      if (path === item.toDirectory) folder.ownItemCount++
      if (item.photoId !== null && folder.samplePhotoIds.length < mostSamples) folder.samplePhotoIds.push(item.photoId)
    }
  }
  const sorted = [...folders.values()].sort((a, b) => comparePaths(a.path, b.path))
  return { folders: sorted.slice(0, mostFolders), folderCount: sorted.length, counts }
}

function hasNote({ notes }: PlanItem, ...kinds: readonly PlanNoteKind[]): boolean {
  return notes.some(({ kind }) => kinds.includes(kind))
}

/** "a/b" → "", "a", "a/b" */
function withAncestors(path: string): readonly string[] {
  if (path === '') return ['']
  const names = path.split('/')
  return ['', ...names.map((_, index) => names.slice(0, index + 1).join('/'))]
}

function emptyFolder(path: string, target: TargetTree): FolderSummary {
  return {
    path,
    itemCount: 0,
    fileCount: 0,
    sizeBytes: 0,
    ownItemCount: 0,
    samplePhotoIds: [],
    exists: target.has(foldPath(path)),
  }
}
