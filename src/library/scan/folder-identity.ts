import { stat } from 'node:fs/promises'
import { codeOf } from './walk-folder.ts'

export type FolderIdentity =
  | { readonly kind: 'here'; readonly key: string }
  | { readonly kind: 'offline' }
  | { readonly kind: 'unreadable'; readonly code: string }

/** The person may not look, which is another thing than that nothing is there. */
const forbidden = new Set(['EACCES', 'EPERM'])

/**
 * What stands at a folder's path now. The key changes when another folder or drive takes its place, so that a drive that
 * goes away in the middle of a scan is told from files that were deleted.
 */
export async function identifyFolder(path: string): Promise<FolderIdentity> {
  try {
    const stats = await stat(path, { bigint: true })
    return stats.isDirectory() ? { kind: 'here', key: `${stats.dev}:${stats.ino}` } : { kind: 'offline' }
  } catch (error) {
    const code = codeOf(error)
    return forbidden.has(code) ? { kind: 'unreadable', code } : { kind: 'offline' }
  }
}
