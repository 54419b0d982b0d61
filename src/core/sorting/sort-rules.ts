import { z } from 'zod'

const idSchema = z.int().positive()

/** What a file is by the ending of its name, in the groups a person thinks of. */
export const fileTypes = ['jpeg', 'png', 'gif', 'webp', 'tiff', 'avif', 'heic', 'raw', 'video', 'other'] as const
export type FileType = (typeof fileTypes)[number]

/** Something that holds for a file or not. */
export const conditionSchema = z.discriminatedUnion('kind', [
  /** One of these categories (or of those below them) is its tag: said by the person, or predicted sure. */
  z.object({ kind: z.literal('category'), categoryIds: z.array(idSchema).min(1).max(100) }),
  /** One of the choice's categories is its tag; `{category}` is that one. */
  z.object({ kind: z.literal('choice'), choiceId: idSchema }),
  /** Capture time, from (inclusive) and to (exclusive); null is open. */
  z.object({ kind: z.literal('date'), fromMs: z.int().nullable(), toMs: z.int().nullable() }),
  /** It lies there or below, or lay there before Winnow sorted it. `folderPath` has no `/` at its ends; '' is the folder itself. */
  z.object({ kind: z.literal('folder'), folderId: idSchema, folderPath: z.string().max(4096) }),
  z.object({ kind: z.literal('rating'), atLeast: z.int().min(1).max(5) }),
  z.object({ kind: z.literal('type'), types: z.array(z.enum(fileTypes)).min(1) }),
])
export type Condition = z.infer<typeof conditionSchema>

export const sortRuleSchema = z.object({
  /** All must hold; none at all: every file. */
  when: z.array(conditionSchema).max(10),
  /** A folder template: "Family/{year}/{month}", see template.ts. '' is the target folder itself. */
  to: z.string().max(500),
})
export type SortRule = z.infer<typeof sortRuleSchema>

/** Rules in order; the first that wants a file gets it. */
export const sortRulesSchema = z.object({
  rules: z.array(sortRuleSchema).max(200),
  /** Where everything else goes, as a template; null: it stays where it is. */
  otherwise: z.string().max(500).nullable(),
  /** Whether a tag that Winnow is not sure of counts as well. */
  includeUnsure: z.boolean(),
})
export type SortRules = z.infer<typeof sortRulesSchema>

export const sortActions = ['move', 'copy', 'link'] as const
export type SortAction = (typeof sortActions)[number]

/** What a person changed in a plan by hand. */
export const sortEditsSchema = z.object({
  /** Files that stay out of it, with their companions. */
  excludedFileIds: z.array(idSchema).max(100_000),
  /** Planned folders that get another path, with all below them; the later one wins. `/` between names, relative to the target. */
  folders: z.array(z.object({ from: z.string().max(4096), to: z.string().max(4096) })).max(1000),
})
export type SortEdits = z.infer<typeof sortEditsSchema>

export const noEdits: SortEdits = { excludedFileIds: [], folders: [] }
