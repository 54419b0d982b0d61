import { z } from 'zod'

/** What a server said of a file when it was begun: pieces of another file must not be put behind it. */
export const fileMarkSchema = z.object({
  sizeBytes: z.int().positive(),
  /** As the server wrote it, quotes and all. */
  etag: z.string().max(500).nullable(),
  /** The hub's own hashes of the whole file, where it says any. */
  sha256: z.string().nullable(),
  gitSha1: z.string().nullable(),
})
export type FileMark = z.infer<typeof fileMarkSchema>

/** Only a strong tag says that every byte is the same (RFC 9110, 8.8.1). */
export function isStrong(etag: string | null): etag is string {
  return etag !== null && !etag.startsWith('W/')
}
