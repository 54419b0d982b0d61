import { statfs } from 'node:fs/promises'
import { WinnowError } from '../../../contract/error.ts'

/** What is left for everything else on the disk. */
const reservedBytes = 200_000_000

/** Bytes that may still be written where a folder lies; null where the system doesn't tell. */
export async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return null
  }
}

/** @throws WinnowError `disk-full` when so many bytes would not leave enough for the rest of the system */
export async function requireSpace(folder: string, neededBytes: number): Promise<void> {
  const free = await freeBytes(folder)
  if (free === null || free >= neededBytes + reservedBytes) return
  throw new WinnowError(
    'disk-full',
    `The model takes ${megabytes(neededBytes)} MB and the disk that holds ${folder} has ${megabytes(free)} MB left. Free some space, then go on.`,
  )
}

function megabytes(bytes: number): string {
  return Math.round(bytes / 1_000_000).toLocaleString('en-US')
}
