import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import type { FileToRead } from '../contract/worker.ts'
import { ReadFailure, failureOfReading, fileFailure, transientFailure } from './file-failure.ts'
import { mostBytes } from './limits.ts'

/** O_NONBLOCK: opening a named pipe would wait for its writer for ever. Regular files don't know the difference. */
const openFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** Times that a database has kept may have lost their fraction of a millisecond. */
const sameTimeMs = 1

/**
 * All bytes of a file, read once, and only if it is still what the scan saw before and after.
 * @throws ReadFailure
 */
export async function readFileBytes(file: FileToRead): Promise<Buffer> {
  return withOpenFile(file.path, async (handle) => {
    await checkUnchanged(handle, file)
    if (file.sizeBytes === 0) throw new ReadFailure(fileFailure('empty', file.path))
    if (file.sizeBytes > mostBytes) throw new ReadFailure(fileFailure('too-many-bytes', file.path))
    const bytes = Buffer.allocUnsafeSlow(file.sizeBytes)
    const length = await readFully(handle, bytes)
    if (length < bytes.length) throw new ReadFailure(transientFailure('changed-while-reading', file.path))
    await checkUnchanged(handle, file)
    return bytes
  })
}

/**
 * The first `length` bytes, or the whole of a shorter file.
 * @throws ReadFailure
 */
export async function readFileHead(path: string, length: number): Promise<Buffer> {
  return withOpenFile(path, async (handle) => {
    if (!(await handle.stat()).isFile()) throw new ReadFailure(fileFailure('not-an-image', path))
    const bytes = Buffer.allocUnsafeSlow(length)
    return bytes.subarray(0, await readFully(handle, bytes))
  })
}

/**
 * The last `length` bytes, or the whole of a shorter file.
 * @throws ReadFailure
 */
export async function readFileTail(path: string, length: number): Promise<Buffer> {
  return withOpenFile(path, async (handle) => {
    const file = await handle.stat()
    if (!file.isFile()) throw new ReadFailure(fileFailure('not-an-image', path))
    const bytes = Buffer.allocUnsafeSlow(Math.min(length, file.size))
    return bytes.subarray(0, await readFully(handle, bytes, file.size - bytes.length))
  })
}

async function withOpenFile<T>(path: string, use: (handle: FileHandle) => Promise<T>): Promise<T> {
  let handle: FileHandle | undefined
  try {
    handle = await open(path, openFlags)
    return await use(handle)
  } catch (error) {
    throw error instanceof ReadFailure ? error : new ReadFailure(failureOfReading(error, path))
  } finally {
    await handle?.close()
  }
}

async function checkUnchanged(handle: FileHandle, file: FileToRead): Promise<void> {
  const now = await handle.stat()
  if (!now.isFile()) throw new ReadFailure(fileFailure('not-an-image', file.path))
  if (now.size !== file.sizeBytes || Math.abs(now.mtimeMs - file.mtimeMs) > sameTimeMs) {
    throw new ReadFailure(transientFailure('changed-while-reading', file.path))
  }
}

/** A read may give less than was asked for (network drives do). @returns how many bytes there were from `start` on */
async function readFully(handle: FileHandle, bytes: Buffer, start = 0): Promise<number> {
  let length = 0
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, start + length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return length
}
