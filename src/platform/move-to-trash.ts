import type { Stats } from 'node:fs'
import { lstat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename } from 'node:path'

/**
 * Moves a file or folder to the system's trash, whence it can be put back: Finder's, Windows' recycle bin, or the one that
 * freedesktop.org describes, on the same drive.
 * @param path absolute
 * @throws Error with a sentence when it is not there or the system refuses; it is where it was then
 */
export async function moveToTrash(path: string): Promise<void> {
  // The package ignores what is not there, and whoever asks wants to know. A link is moved itself, not what it leads to.
  const stats = await lstat(path).catch(() => undefined)
  if (stats === undefined) throw failed(path, 'it is not there any more.')
  if (stats.isDirectory() && (await wouldBeCopied(path, stats))) throw failed(path, noTrash)
  try {
    // Loaded when needed: it brings much, and most runs of Winnow trash nothing.
    const { default: trash } = await import('trash')
    await trash(path, { glob: false })
  } catch (error) {
    throw failed(path, reasonOf(error), error)
  }
}

/** Drives that are mounted here get no trash of their own from the package: it copies to the one of the home folder. */
const copiedFrom = /^\/(?:snap|var\/snap|run|sys|proc|dev)\//

/** A folder that is copied, then deleted, could get a photo in between. */
async function wouldBeCopied(path: string, { dev }: Stats): Promise<boolean> {
  return process.platform === 'linux' && copiedFrom.test(path) && dev !== (await lstat(homedir())).dev
}

const noTrash = 'its drive has no trash that Winnow can use.'

function failed(path: string, reason: string, cause?: unknown): Error {
  return new Error(`“${basename(path)}” could not be moved to the trash: ${reason}`, { cause })
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not move things out of its folder, or not into the trash.',
  EPERM: 'you may not move things out of its folder, or not into the trash.',
  EROFS: 'its drive can only be read.',
  ENOSPC: 'the disk is full.',
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  return reasons[code] ?? noTrash
}
