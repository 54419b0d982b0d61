import { z } from 'zod'
import { itemStatuses } from '../core/sorting/sort-plan.ts'
import { noEdits, sortActions, sortEditsSchema, sortRulesSchema } from '../core/sorting/sort-rules.ts'
import { method } from './method.ts'
import { idSchema, timeMsSchema } from './primitives.ts'

/** Which files are sorted. A photo stands for all files of it, a category for the photos it shows. */
export const sortScopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('library') }),
  /** With everything below it. `folderPath` as in a photo query. */
  z.object({ kind: z.literal('folder'), folderId: idSchema, folderPath: z.string().max(4096) }),
  z.object({ kind: z.literal('category'), categoryId: idSchema }),
  z.object({ kind: z.literal('photos'), photoIds: z.array(idSchema).min(1).max(100_000) }),
])
export type SortScope = z.infer<typeof sortScopeSchema>

/** An absolute path: from the folder dialog, a folder of the library, the terminal or the box in the browser. */
const targetPathSchema = z.string().min(1).max(32_000)
const rulesNameSchema = z.string().trim().min(1).max(80)

export const savedRulesSchema = z.object({
  rulesId: idSchema,
  name: rulesNameSchema,
  rules: sortRulesSchema,
  action: z.enum(sortActions),
  /** Where they were last used. */
  targetPath: z.string().nullable(),
  usedAtMs: timeMsSchema.nullable(),
})
export type SavedRules = z.infer<typeof savedRulesSchema>

export const sortRequestSchema = z.object({
  scope: sortScopeSchema,
  rules: sortRulesSchema,
  /** Of the saved rules these are, for the list of runs. */
  rulesName: rulesNameSchema.nullable().default(null),
  action: z.enum(sortActions),
  targetPath: targetPathSchema,
  edits: sortEditsSchema.default(noEdits),
})
export type SortRequest = z.input<typeof sortRequestSchema>

/** A folder below the target that something goes to, or to a folder below it. */
export const plannedFolderSchema = z.object({
  /** Relative to the target, `/` between names; '' is the target. */
  path: z.string(),
  /** Items that go to it or below it; files with their companions; their bytes. */
  itemCount: z.int().nonnegative(),
  fileCount: z.int().nonnegative(),
  sizeBytes: z.int().nonnegative(),
  /** Items that go right here. */
  ownItemCount: z.int().nonnegative(),
  /** Up to four photos that go to it or below it. */
  samplePhotoIds: z.array(idSchema).max(4),
  exists: z.boolean(),
})
export type PlannedFolder = z.infer<typeof plannedFolderSchema>

const count = z.int().nonnegative()

export const planCountsSchema = z.object({
  /** Items by status. */
  go: count,
  inPlace: count,
  noRule: count,
  unsure: count,
  sameContent: count,
  excluded: count,
  blocked: count,
  /** Of those that go: files in all, of them companions; bytes. */
  files: count,
  companions: count,
  sizeBytes: count,
  /** Of those that go: items with such a note, or wanted by several rules. */
  renamed: count,
  spelling: count,
  nameChanged: count,
  severalRules: count,
})
export type PlanCounts = z.infer<typeof planCountsSchema>

export const planSummarySchema = z.object({
  /** Names this very plan; a newer one of the same window may replace it after a while. */
  planId: z.string(),
  action: z.enum(sortActions),
  /** As the operating system spells it, without links. */
  targetPath: z.string(),
  targetExists: z.boolean(),
  /** Whether it lies in a folder of the library. After a move, a target that doesn't becomes one. */
  targetInLibrary: z.boolean(),
  /** By path; every folder on the way is there too. At most 5,000. */
  folders: z.array(plannedFolderSchema),
  counts: planCountsSchema,
  /** What has to be written to the target's disk, and what is free there (null: not known). */
  neededBytes: count,
  freeBytes: count.nullable(),
  /** Sentences about the whole: a category of a rule that is gone, files of a drive that is away, too little space. */
  notices: z.array(z.string()),
  /** Why it can't be applied as it is, as a sentence; null when it can. */
  obstacle: z.string().nullable(),
})
export type PlanSummary = z.infer<typeof planSummarySchema>

export const planFilterSchema = z.discriminatedUnion('kind', [
  /** Items that go to a folder, or (`deep`) to one below it too. */
  z.object({ kind: z.literal('folder'), path: z.string().max(4096), deep: z.boolean() }),
  z.object({ kind: z.literal('status'), status: z.enum(itemStatuses) }),
  /** Items that go and have such a note. `name-changed`: for another system, or for its length. */
  z.object({ kind: z.literal('note'), note: z.enum(['renamed', 'spelling', 'name-changed', 'several-rules']) }),
])
export type PlanFilter = z.infer<typeof planFilterSchema>

export const planEntrySchema = z.object({
  fileId: idSchema,
  photoId: idSchema.nullable(),
  /** In full, as the operating system spells it. */
  fromPath: z.string(),
  /** Relative to the target, with the name it will have; null where nothing wants it. */
  toPath: z.string().nullable(),
  /** With its companions. */
  sizeBytes: count,
  status: z.enum(itemStatuses),
  ruleIndex: z.int().nonnegative().nullable(),
  alsoWantedBy: z.array(z.int().nonnegative()),
  /** Sentences: what is unusual, and how it is solved. */
  notes: z.array(z.string()),
  companions: z.array(z.object({ fromName: z.string(), toName: z.string() })),
})
export type PlanEntry = z.infer<typeof planEntrySchema>

export const sortProgressSchema = z.object({
  runId: idSchema.nullable(),
  /** `waiting`: can't go on by itself; `notice` says why (disk full, target read-only). Resume tries again. */
  state: z.enum(['idle', 'running', 'paused', 'waiting']),
  direction: z.enum(['apply', 'undo']),
  /** Files, companions among them. */
  done: count,
  total: count,
  doneBytes: count,
  totalBytes: count,
  filesPerSecond: z.number().nonnegative(),
  /** Null until it can be said honestly. */
  secondsLeft: z.number().nonnegative().nullable(),
  /** Files that were left where they are, see the run. */
  problemCount: count,
  notice: z.string().nullable(),
})
export type SortProgress = z.infer<typeof sortProgressSchema>

/**
 * `running`, `paused`, `undoing`: now · `interrupted`: Winnow ended in the middle; can be continued or undone · `cancelled`:
 * by the person, likewise · `done` · `undone`: all of it, or all but what had changed since.
 */
export const sortRunStates = ['running', 'paused', 'interrupted', 'cancelled', 'done', 'undoing', 'undone'] as const

export const sortRunSchema = z.object({
  runId: idSchema,
  rulesName: z.string().nullable(),
  action: z.enum(sortActions),
  targetPath: z.string(),
  startedAtMs: timeMsSchema,
  finishedAtMs: timeMsSchema.nullable(),
  state: z.enum(sortRunStates),
  /** Files by state, see `sortEntrySchema`. */
  total: count,
  waiting: count,
  done: count,
  failed: count,
  undone: count,
  kept: count,
  /** Of all files. */
  sizeBytes: count,
  /** A sentence where there is something to say: that it was interrupted and what was done about it. */
  notice: z.string().nullable(),
})
export type SortRun = z.infer<typeof sortRunSchema>

export const sortEntrySchema = z.object({
  entryId: idSchema,
  /** In full. */
  fromPath: z.string(),
  toPath: z.string(),
  photoId: idSchema.nullable(),
  isCompanion: z.boolean(),
  sizeBytes: count,
  /**
   * `waiting`: not begun · `done` · `failed`: left where it was · `undone`: back where it was · `kept`: could not be
   * undone, so it stays where it was sorted to. `reason` says why for `failed` and `kept`.
   */
  state: z.enum(['waiting', 'done', 'failed', 'undone', 'kept']),
  reason: z.string().nullable(),
})
export type SortEntry = z.infer<typeof sortEntrySchema>

const runIdOnly = z.object({ runId: idSchema })

export const sortingMethods = {
  'sorting.rules': method(z.object({}), z.object({ rules: z.array(savedRulesSchema) })),
  /** Under a name that is in use it replaces those rules, as it does with a `rulesId`. */
  'sorting.saveRules': method(
    z.object({
      rulesId: idSchema.optional(),
      name: rulesNameSchema,
      rules: sortRulesSchema,
      action: z.enum(sortActions),
      targetPath: targetPathSchema.nullable(),
    }),
    z.object({ rules: savedRulesSchema }),
  ),
  'sorting.removeRules': method(z.object({ rulesId: idSchema }), z.object({})),

  /** What is known of a place before anything is planned for it. `obstacle`: why nothing can be sorted there. */
  'sorting.checkTarget': method(
    z.object({ targetPath: targetPathSchema }),
    z.object({
      targetPath: z.string(),
      exists: z.boolean(),
      inLibrary: z.boolean(),
      freeBytes: count.nullable(),
      obstacle: z.string().nullable(),
    }),
  ),
  /** Plans; nothing on disk changes. The same request with other `edits` is quick. */
  'sorting.plan': method(sortRequestSchema, planSummarySchema),
  /** `not-found` when the plan was replaced. */
  'sorting.planItems': method(
    z.object({
      planId: z.string().max(100),
      filter: planFilterSchema,
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(500).default(200),
    }),
    z.object({ items: z.array(planEntrySchema), total: count }),
  ),
  /** Photos of the items that a filter lets through, each once, in the plan's order: to step through all of them. */
  'sorting.planPhotos': method(
    z.object({ planId: z.string().max(100), filter: planFilterSchema }),
    z.object({ photoIds: z.array(idSchema) }),
  ),
  /** Begins to do what the plan says, in the background. `not-available` while another run is under way. */
  'sorting.apply': method(z.object({ planId: z.string().max(100) }), runIdOnly),

  'sorting.progress': method(z.object({}), sortProgressSchema),
  'sorting.pause': method(z.object({}), z.object({})),
  'sorting.resume': method(z.object({}), z.object({})),
  /** Ends after the files in hand; what is done stays done and can be undone. */
  'sorting.cancel': method(z.object({}), z.object({})),
  /** Goes on with a run that was interrupted or cancelled. */
  'sorting.continue': method(runIdOnly, z.object({})),
  /** In the background. With `entryIds` only these and their companions. */
  'sorting.undo': method(
    z.object({ runId: idSchema, entryIds: z.array(idSchema).min(1).max(100_000).optional() }),
    z.object({}),
  ),

  /** Latest first. */
  'sorting.runs': method(z.object({}), z.object({ runs: z.array(sortRunSchema) })),
  'sorting.run': method(
    z.object({
      runId: idSchema,
      state: sortEntrySchema.shape.state.optional(),
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(1000).default(200),
    }),
    z.object({ run: sortRunSchema, entries: z.array(sortEntrySchema), total: count }),
  ),
  /** All entries as a table of comma-separated values, with a header. */
  'sorting.exportRun': method(runIdOnly, z.object({ csv: z.string(), suggestedFileName: z.string() })),
  /** Folders that this run left empty, in full, those inside others first. */
  'sorting.emptyFolders': method(runIdOnly, z.object({ paths: z.array(z.string()) })),
  /** Moves those that are still empty to the system's trash. */
  'sorting.removeEmptyFolders': method(
    z.object({ runId: idSchema, paths: z.array(z.string().max(32_000)).min(1).max(10_000) }),
    z.object({ removed: z.array(z.string()), kept: z.array(z.object({ path: z.string(), reason: z.string() })) }),
  ),
}
