import { z } from 'zod'
import { method } from './method.ts'
import { idSchema, timeMsSchema } from './primitives.ts'

export const folderSchema = z.object({
  folderId: idSchema,
  path: z.string(),
  name: z.string(),
  /** `offline`: the drive or folder is not there now. Its photos stay, greyed, and nothing counts as deleted. */
  status: z.enum(['ready', 'scanning', 'offline', 'unreadable']),
  photoCount: z.int().nonnegative(),
  /** Files Winnow can't read yet, by ending: { heic: 12, mp4: 3 }. */
  notReadYet: z.record(z.string(), z.int().positive()),
  lastScanAtMs: timeMsSchema.nullable(),
  /** Why it is unreadable or watched by polling, as a sentence. */
  notice: z.string().nullable(),
  /** Direct and deeper sub-folders that hold photos, `/` between names, sorted. At most 2,000. */
  subfolders: z.array(z.object({ path: z.string(), photoCount: z.int().nonnegative() })),
})
export type Folder = z.infer<typeof folderSchema>

export const folderMethods = {
  'folders.list': method(z.object({}), z.object({ folders: z.array(folderSchema) })),
  /**
   * Adds roots. The one call that takes a path: from the folder dialog, a drop, the terminal or the box in the browser.
   * A folder inside one already added is answered with that one (`alreadyIn`); one that contains an added one takes it in.
   */
  'folders.add': method(
    z.object({ paths: z.array(z.string().min(1).max(32_000)).min(1).max(100) }),
    z.object({
      added: z.array(z.object({ folderId: idSchema, path: z.string() })),
      alreadyIn: z.array(z.object({ folderId: idSchema, path: z.string() })),
      refused: z.array(z.object({ path: z.string(), reason: z.string() })),
    }),
  ),
  /** Forgets a folder (undoable). Files on disk are not touched; decisions stay with the photos' content. */
  'folders.remove': method(z.object({ folderId: idSchema }), z.object({})),
  'folders.rescan': method(z.object({ folderId: idSchema.optional() }), z.object({})),
  /** Pictures, Desktop, camera cards …: places that exist here and are not added yet. */
  'folders.suggest': method(
    z.object({}),
    z.object({ places: z.array(z.object({ path: z.string(), label: z.string() })) }),
  ),
}
