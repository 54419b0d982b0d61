import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { fileMarkSchema } from './file-mark.ts'

/** What has to be known of a download after a restart, or a crash. */
export const downloadStateSchema = z.object({
  /** By file name. */
  marks: z.record(z.string(), fileMarkSchema),
  /** Files that are whole, with the hash of what came. */
  done: z.record(z.string(), z.object({ bytes: z.int().positive(), sha256: z.string() })),
  /** Why it stopped by itself; null when the person stopped it, or Winnow was closed. */
  failure: z.string().nullable(),
})
export type DownloadState = z.infer<typeof downloadStateSchema>

export const emptyState: DownloadState = { marks: {}, done: {}, failure: null }

/** Null when there is none, or it was cut off while it was written: then all begins anew. */
export function readState(path: string): DownloadState | null {
  try {
    return downloadStateSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}

/** Replaces the file in one step. */
export function writeState(path: string, state: DownloadState): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.new`, JSON.stringify(state))
  renameSync(`${path}.new`, path)
}
