import { WinnowError } from '../contract/error.ts'
import type { Access } from './store/database.ts'

/**
 * For what only the one process that writes may do.
 * @param doIt what to do over there, as in "Sort"
 * @throws WinnowError `library-in-use` in a process that only reads
 */
export function refuseReader(access: Access, doIt: string): void {
  if (access === 'write') return
  throw new WinnowError('library-in-use', `Winnow is open elsewhere. ${doIt} there, or close it first.`)
}
