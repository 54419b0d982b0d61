import type { PlanCounts, PlannedFolder, PlanSummary } from '../../contract/sorting.ts'

const none: PlanCounts = {
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

export function sampleCounts(counts: Partial<PlanCounts>): PlanCounts {
  return { ...none, ...counts }
}

export function sampleFolder(path: string, folder: Partial<PlannedFolder> = {}): PlannedFolder {
  return {
    path,
    itemCount: 1,
    fileCount: 1,
    sizeBytes: 1000,
    ownItemCount: 1,
    samplePhotoIds: [],
    exists: false,
    ...folder,
  }
}

/** For tests: a plan that nothing is unusual about. */
export function samplePlan(plan: Partial<PlanSummary> = {}): PlanSummary {
  return {
    planId: 'plan-1',
    action: 'move',
    targetPath: '/sorted',
    targetExists: true,
    targetInLibrary: false,
    folders: [],
    counts: sampleCounts({}),
    neededBytes: 0,
    freeBytes: null,
    notices: [],
    obstacle: null,
    ...plan,
  }
}
