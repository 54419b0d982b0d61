import type { BigIntStats } from 'node:fs'
import {
  closeSync,
  constants,
  copyFileSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  futimesSync,
  openSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { createContentHash } from '../../../core/hashing/content-hash.ts'
import type { Stop } from './disk-orders.ts'
import { hashFile } from './hash-file.ts'
import { readPieces } from './read-pieces.ts'
import type { SystemCalls } from './system-calls.ts'
import type { Opened } from './volume-flush.ts'

export interface CopyOrder {
  readonly from: string
  /** Must be free. */
  readonly to: string
  readonly memory: Buffer
  readonly stop: Stop
  readonly calls: SystemCalls
}

export interface WrittenCopy {
  /** Of what was read. */
  readonly contentHash: string
  /** The caller's to flush and close. */
  readonly opened: Omit<Opened, 'path'>
}

/**
 * Writes a copy of a file with its times, permissions, owner and extended attributes as far as the target can hold them; it is
 * not on the disk yet. Blocks the thread. What it began is removed when it fails.
 * @throws the system's error, or ReadingStopped
 */
export function copyFile(order: CopyOrder): WrittenCopy {
  // The system's own copy takes along what only Windows has: attributes and further streams.
  if (process.platform === 'win32') return copyOnWindows(order)
  const { from, to } = order
  const source = openSync(from, constants.O_RDONLY | constants.O_NOFOLLOW)
  try {
    const stats = fstatSync(source, { bigint: true })
    const target = openSync(to, 'wx', 0o600)
    const openedAtNs = process.hrtime.bigint()
    try {
      const contentHash = copyBytes(order, source, target)
      keepAttributes(order, target, stats)
      return { contentHash, opened: { fileDescriptor: target, openedAtNs } }
    } catch (error) {
      closeSync(target)
      unlinkSync(to)
      throw error
    }
  } finally {
    closeSync(source)
  }
}

function copyBytes({ memory, stop, calls }: CopyOrder, source: number, target: number): string {
  const hash = createContentHash()
  for (const piece of readPieces(source, memory, stop)) {
    hash.update(piece)
    for (let done = 0; done < piece.length;) done += writeSync(target, piece, done, piece.length - done)
    // A large file is on its way to the disk while the rest of it is read. The last piece goes with the flush.
    if (piece.length === memory.length) calls.beginWriting?.(target)
  }
  return hash.digest()
}

function keepAttributes({ from, to, calls }: CopyOrder, target: number, stats: BigIntStats): void {
  for (const name of calls.attributes?.list(from) ?? []) {
    const value = calls.attributes?.get(from, name)
    // A disk that can't hold it holds the photo all the same.
    if (value !== null && value !== undefined) calls.attributes?.set(to, name, value)
  }
  // Only root may give files away; everybody else's copies are their own.
  if (!isOwn(stats)) tolerate(() => fchownSync(target, Number(stats.uid), Number(stats.gid)))
  // FAT has no permissions.
  tolerate(() => fchmodSync(target, Number(stats.mode) & 0o7777))
  if (calls.setTimes?.(to, stats.atimeNs, stats.mtimeNs) === 0) return
  futimesSync(target, Number(stats.atimeNs) / 1e9, Number(stats.mtimeNs) / 1e9)
}

function copyOnWindows({ from, to, memory, stop }: CopyOrder): WrittenCopy {
  copyFileSync(from, to, constants.COPYFILE_EXCL)
  try {
    const contentHash = hashFile(from, memory, stop)
    const source = openSync(from, 'r')
    const target = openSync(to, 'r+')
    try {
      const { atimeMs, mtimeMs } = fstatSync(source)
      futimesSync(target, atimeMs / 1000, mtimeMs / 1000)
      return { contentHash, opened: { fileDescriptor: target, openedAtNs: process.hrtime.bigint() } }
    } catch (error) {
      closeSync(target)
      throw error
    } finally {
      closeSync(source)
    }
  } catch (error) {
    unlinkSync(to)
    throw error
  }
}

function tolerate(step: () => void): void {
  try {
    step()
  } catch {
    // The file's content is what counts.
  }
}

/** Whether a new file has the same owner and group by itself, in most folders. */
function isOwn({ uid, gid }: BigIntStats): boolean {
  return Number(uid) === process.geteuid?.() && Number(gid) === process.getegid?.()
}
