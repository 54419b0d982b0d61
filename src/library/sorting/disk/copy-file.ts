import type { BigIntStats } from 'node:fs'
import { constants } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { copyFile as copyBySystem, open, unlink, utimes } from 'node:fs/promises'
import { createContentHash } from '../../../core/hashing/content-hash.ts'
import { hashFile } from './hash-file.ts'
import type { SystemCalls } from './system-calls.ts'
import { systemCalls } from './system-calls.ts'
import { withPiece } from './with-piece.ts'

/**
 * Copies a file to a path that must be free, with its times, permissions, owner and extended attributes as far as the target
 * can hold them, and has it on the disk when it resolves. What it began is removed when it fails.
 * @returns the content hash of what was read
 * @throws the system's error, or the signal's reason
 */
export async function copyFile(from: string, to: string, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted()
  // The system's own copy takes along what only Windows has: attributes and further streams.
  if (process.platform === 'win32') return await copyOnWindows(from, to, signal)
  const source = await open(from, constants.O_RDONLY | constants.O_NOFOLLOW)
  try {
    const stats = await source.stat({ bigint: true })
    const target = await open(to, 'wx', 0o600)
    try {
      const hash = await withPiece((piece) => copyBytes(source, target, piece, signal))
      await keepAttributes({ from, to, target, stats, calls: await systemCalls() })
      await target.sync()
      await target.close()
      return hash
    } catch (error) {
      await target.close().catch(() => undefined)
      await unlink(to)
      throw error
    }
  } finally {
    await source.close()
  }
}

async function copyBytes(source: FileHandle, target: FileHandle, piece: Buffer, signal: AbortSignal): Promise<string> {
  const hash = createContentHash()
  for (;;) {
    signal.throwIfAborted()
    const { bytesRead } = await source.read(piece, 0, piece.length, null)
    if (bytesRead === 0) return hash.digest()
    hash.update(piece.subarray(0, bytesRead))
    for (let done = 0; done < bytesRead;) {
      const { bytesWritten } = await target.write(piece, done, bytesRead - done, null)
      done += bytesWritten
    }
  }
}

async function keepAttributes(copied: {
  readonly from: string
  readonly to: string
  readonly target: FileHandle
  readonly stats: BigIntStats
  readonly calls: SystemCalls
}): Promise<void> {
  const { from, to, target, stats, calls } = copied
  for (const name of calls.attributes?.list(from) ?? []) {
    const value = calls.attributes?.get(from, name)
    // A disk that can't hold it holds the photo all the same.
    if (value !== null && value !== undefined) calls.attributes?.set(to, name, value)
  }
  // Only root may give files away; everybody else's copies are their own.
  if (!isOwn(stats)) await target.chown(Number(stats.uid), Number(stats.gid)).catch(() => undefined)
  // FAT has no permissions.
  await target.chmod(Number(stats.mode) & 0o7777).catch(() => undefined)
  if (calls.setTimes?.(to, stats.atimeNs, stats.mtimeNs) === 0) return
  await target.utimes(Number(stats.atimeNs) / 1e9, Number(stats.mtimeNs) / 1e9)
}

async function copyOnWindows(from: string, to: string, signal: AbortSignal): Promise<string> {
  await copyBySystem(from, to, constants.COPYFILE_EXCL)
  try {
    const target = await open(to, 'r+')
    try {
      await target.sync()
    } finally {
      await target.close()
    }
    const source = await open(from, 'r')
    try {
      const { atimeMs, mtimeMs } = await source.stat()
      await utimes(to, atimeMs / 1000, mtimeMs / 1000)
    } finally {
      await source.close()
    }
    return await hashFile(from, signal)
  } catch (error) {
    await unlink(to)
    throw error
  }
}

/** Whether a new file has the same owner and group by itself, in most folders. */
function isOwn({ uid, gid }: BigIntStats): boolean {
  return Number(uid) === process.geteuid?.() && Number(gid) === process.getegid?.()
}
