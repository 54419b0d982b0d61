import { HalfDone } from './stop.ts'

/** What is said of a run that had to stop for an error no step had an explanation for. @param targetPath of the run */
export function unforeseenNotice(error: unknown, targetPath: string): string {
  const code = codeOf(error instanceof HalfDone ? error.cause : error)
  if (code === 'SQLITE_FULL') return 'The disk of Winnow’s library is full. Free some space there, then resume.'
  if (code === 'ENOSPC' || code === 'EDQUOT') return `The disk of ${targetPath} is full. Free some space, then resume.`
  if (code !== null && !code.startsWith('SQLITE_'))
    return `A step on the disk failed (${code}). Check that the drives of the photos and of ${targetPath} are connected, then resume.`
  return 'Something unforeseen came up, so Winnow stopped; nothing is lost. Resume tries again.'
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
