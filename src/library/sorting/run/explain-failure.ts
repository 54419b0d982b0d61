import { basename, dirname } from 'node:path'
import type { Disk } from '../disk/disk.ts'
import { HalfDone, LeftAlone, Obstacle, Stopped } from './stop.ts'
import type { Transfer } from './transfer.ts'

const isFull = new Set(['ENOSPC', 'EDQUOT'])
const isForbidden = new Set(['EACCES', 'EPERM'])
const isAway = new Set([
  'EIO',
  'ENODEV',
  'ENXIO',
  'ESTALE',
  'ENOTCONN',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ETIMEDOUT',
  'ENOMEDIUM',
  'EREMOTEIO',
  'EMFILE',
  'ENFILE',
  'ENOMEM',
])

/** The file system's code of an error; null when it has none, and so is none of the file system's. */
function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

/**
 * What the failure of a step means: something in the way of all files (Obstacle), or of this one (LeftAlone). What is
 * neither comes back as it is.
 */
export async function explainFailure(
  disk: Disk,
  transfer: Transfer,
  error: unknown,
  signal: AbortSignal,
): Promise<unknown> {
  const isExplained = [LeftAlone, Obstacle, Stopped, HalfDone].some((kind) => error instanceof kind)
  if (isExplained) return error
  if (signal.aborted) return new Stopped()
  const code = codeOf(error)
  if (code === null) return error
  const { from, to, temporaryPath } = transfer
  const name = basename(from)
  const directory = dirname(to)
  if (isFull.has(code)) return new Obstacle(`The disk of ${directory} is full. Free some space, then resume.`)
  if (code === 'EROFS') return new Obstacle(`${directory} can’t be written to now. Allow that, then resume.`)
  if (isAway.has(code)) {
    // A file on a damaged part of the disk is to blame alone.
    if (code === 'EIO' && !(await isReadable(disk, from, signal)))
      return signal.aborted ? new Stopped() : new LeftAlone(`“${name}” can’t be read: its disk may be failing.`)
    return new Obstacle(`The disk of ${directory} does not answer (${code}). Check that it is connected, then resume.`)
  }
  if (isForbidden.has(code)) {
    if (await isWritable(disk, temporaryPath)) return new LeftAlone(`The system does not allow it for “${name}”.`)
    return new Obstacle(`Winnow may not write to ${directory}. Allow that, then resume.`)
  }
  if (code === 'ENOENT' && (await stands(disk, from)))
    return new LeftAlone(`The folder ${directory} was taken away meanwhile.`)
  return new LeftAlone(reasonOf(code, name, transfer))
}

function reasonOf(code: string, name: string, { to, entry }: Transfer): string {
  switch (code) {
    case 'EEXIST':
      return `The name “${basename(to)}” is in use in ${dirname(to)} now. ${to === entry.fromPath ? 'Move that away, then undo again.' : 'Plan again.'}`
    case 'ENOENT':
      return `“${name}” went away meanwhile.`
    case 'EXDEV':
      return `“${name}” can’t get a second name on another disk. Copy instead.`
    case 'ENAMETOOLONG':
      return `The disk can’t hold a name as long as “${basename(to)}”.`
    case 'EINVAL':
    case 'EILSEQ':
      return `The disk can’t hold the name “${basename(to)}”.`
    case 'ENOTDIR':
      return `A file stands where the folder ${dirname(to)} is needed.`
    case 'EFBIG':
      return `“${name}” is larger than the disk can hold one file.`
    case 'EBUSY':
    case 'ETXTBSY':
      return `“${name}” is in use by another program.`
    case 'EMLINK':
    case 'ENOTSUP':
    case 'ENOSYS':
      return `The disk can’t give “${name}” a second name. Copy instead.`
    default:
      return `“${name}” could not be placed (${code}).`
  }
}

async function isReadable(disk: Disk, path: string, signal: AbortSignal): Promise<boolean> {
  try {
    await disk.hash(path, signal)
    return true
  } catch {
    return false
  }
}

async function stands(disk: Disk, path: string): Promise<boolean> {
  try {
    return (await disk.facts(path)) !== null
  } catch {
    return false
  }
}

/** Whether something can be made where the temporary copy would be: a folder of that name, taken away at once. */
async function isWritable(disk: Disk, path: string): Promise<boolean> {
  try {
    if (await disk.makeDirectory(path)) await disk.removeEmptyDirectory(path)
    return true
  } catch {
    return false
  }
}
