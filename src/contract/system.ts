import { z } from 'zod'
import { method } from './method.ts'
import { idSchema } from './primitives.ts'

/** What the person chose about the look; kept in the library so that every window agrees. */
export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  rowHeightPx: z.int().min(80).max(480),
  sidebarWidthPx: z.int().min(160).max(480),
  viewerBackground: z.enum(['black', 'paper']),
  inspectorOpen: z.boolean(),
  /** Keys of sidebar groups the person turned from how they start (groups and folders start closed). */
  toggledGroups: z.array(z.string()).max(1000),
  /** First hints that were shown and closed; none comes twice. */
  seenHints: z.array(z.enum(['new-category'])).max(100),
})
export type Settings = z.infer<typeof settingsSchema>

export const systemInfoSchema = z.object({
  version: z.string(),
  platform: z.string(),
  host: z.enum(['electron', 'browser', 'terminal']),
  /** What this host can do that not every host can. */
  capabilities: z.object({ folderDialog: z.boolean(), reveal: z.boolean(), filePaths: z.boolean() }),
  thumbnailVersion: z.int(),
  model: z.object({ id: z.string(), name: z.string(), version: z.string() }).nullable(),
})
export type SystemInfo = z.infer<typeof systemInfoSchema>

/** One line of `winnow doctor`. */
export const checkSchema = z.object({
  name: z.string(),
  status: z.enum(['ok', 'warning', 'failed']),
  message: z.string(),
})

export const exportRowSchema = z.object({
  /** Means something in this library only; not part of what is written to a file. */
  photoId: idSchema,
  path: z.string(),
  contentHash: z.string(),
  takenAtMs: z.int(),
  widthPx: z.int().nullable(),
  heightPx: z.int().nullable(),
  tags: z.array(
    z.object({
      name: z.string(),
      saidBy: z.enum(['you', 'winnow']),
      probability: z.number(),
      origin: z.enum(['built-in', 'own']),
    }),
  ),
  saidNo: z.array(z.string()),
})
export type ExportRow = z.infer<typeof exportRowSchema>

export const systemMethods = {
  'system.info': method(z.object({}), systemInfoSchema),
  'system.doctor': method(z.object({}), z.object({ checks: z.array(checkSchema) })),
  'settings.get': method(z.object({}), settingsSchema),
  'settings.set': method(settingsSchema.partial(), settingsSchema),
  /** Pages through every file that is ready, in path order: give the last path back as `after`. */
  'export.page': method(
    z.object({ after: z.string().optional(), limit: z.int().min(1).max(5000).default(1000) }),
    z.object({ rows: z.array(exportRowSchema), done: z.boolean() }),
  ),
}
