import { link, lstat, open, rename, unlink } from 'node:fs/promises'
import { constants } from 'node:os'
import { codeOf } from '../../scan/walk-folder.ts'
import { systemCalls, systemError } from './system-calls.ts'

/** The file system does not know how to rename without replacing. */
const unknownCall = new Set([constants.errno.EINVAL, constants.errno.ENOSYS, constants.errno.ENOTSUP])
/** The file system has no second names for a file: FAT, exFAT, many network drives. */
const noLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EISDIR', 'EINVAL'])

/**
 * Gives a file another name on the same volume; what has that name already stays as it is.
 * @throws the system's error: EEXIST when the name is in use, EXDEV on another volume
 */
export async function renameWithoutReplacing(from: string, to: string): Promise<void> {
  const { renameWithoutReplacing: call } = await systemCalls()
  if (call === null) return await renameByLink(from, to)
  const errorNumber = call(from, to)
  if (errorNumber === 0) return
  if (unknownCall.has(errorNumber)) return await renameByLink(from, to)
  throw systemError(errorNumber, 'rename', from, to)
}

/** A link never replaces. In between the file has two names, which recovery takes for one file. */
export async function renameByLink(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (error) {
    if (!noLinks.has(codeOf(error))) throw error
    return await renameOverPlaceholder(from, to)
  }
  await unlink(from)
}

/** Reserves the name with an empty file of our own, made only where nothing is, and renames over that. */
export async function renameOverPlaceholder(from: string, to: string): Promise<void> {
  // Before a placeholder is made for nothing.
  await lstat(from)
  const placeholder = await open(to, 'wx')
  const made = await placeholder.stat({ bigint: true })
  await placeholder.close()
  const now = await lstat(to, { bigint: true })
  if (now.ino !== made.ino || now.size !== 0n) throw systemError(constants.errno.EEXIST, 'rename', from, to)
  try {
    await rename(from, to)
  } catch (error) {
    await unlink(to)
    throw error
  }
}
