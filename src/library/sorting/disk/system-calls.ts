import type koffiTypes from 'koffi'
import { getSystemErrorMessage, getSystemErrorName } from 'node:util'

/** What the system can do to a file and Node can't. Each is null where this computer has no such call. */
export interface SystemCalls {
  /** Returns 0, or the error number. */
  readonly renameWithoutReplacing: ((from: string, to: string) => number) | null
  /** Nanoseconds since 1970. Returns 0, or the error number. */
  readonly setTimes: ((path: string, atimeNs: bigint, mtimeNs: bigint) => number) | null
  readonly attributes: ExtendedAttributes | null
  /**
   * Has all of a file's volume on the disk, without holding up this thread.
   * @returns false when it could not, or when something has not reached the disk since the file was opened
   */
  readonly flushVolume: ((fileDescriptor: number) => Promise<boolean>) | null
  /** Has the system begin to write what a file has in memory, and waits for nothing. */
  readonly beginWriting: ((fileDescriptor: number) => void) | null
}

/** Extended attributes of a file (Finder tags, where a download came from), never of what a link leads to. */
export interface ExtendedAttributes {
  /** Null where the file system has none. */
  list(path: string): readonly string[] | null
  get(path: string, name: string): Buffer | null
  /** Whether it was set. */
  set(path: string, name: string, value: Buffer): boolean
}

/** A type of C: its name, or one made here. */
type CType = string | ReturnType<typeof koffiTypes.pointer>

const none: SystemCalls = {
  renameWithoutReplacing: null,
  setTimes: null,
  attributes: null,
  flushVolume: null,
  beginWriting: null,
}

/** For "the current directory" in the calls that take one; paths are absolute, so that it is never looked at. */
const currentDirectory = process.platform === 'darwin' ? -2 : -100
/** RENAME_NOREPLACE of Linux, RENAME_EXCL of macOS. */
const noReplace = process.platform === 'darwin' ? 4 : 1
/** XATTR_NOFOLLOW of macOS; Linux has calls of their own for that. */
const noFollow = 1

/** SYNC_FILE_RANGE_WRITE of Linux. */
const beginToWrite = 2

/** Larger than any list or value a file system takes (64 KiB on Linux; resource forks of macOS may be larger). */
const attributeBytes = 16 * 1024 * 1024

let loaded: Promise<SystemCalls> | undefined

/** The calls of this computer, loaded once. Where the foreign function interface can't be loaded, there are none. */
export function systemCalls(): Promise<SystemCalls> {
  loaded ??= load().catch(() => none)
  return loaded
}

async function load(): Promise<SystemCalls> {
  if (process.platform !== 'linux' && process.platform !== 'darwin') return none
  const isMac = process.platform === 'darwin'
  const { default: koffi } = await import('koffi')
  const libc = koffi.load(isMac ? 'libSystem.B.dylib' : 'libc.so.6')
  const timespec = koffi.struct({ seconds: 'int64', nanoseconds: 'int64' })

  const find = (
    name: string,
    result: string,
    parameters: readonly CType[],
  ): ((...args: unknown[]) => number) | null => {
    try {
      const call = libc.func(name, result, [...parameters])
      return (...args) => Number(call(...args))
    } catch {
      // An older system does not have it.
      return null
    }
  }
  const errorOf = (result: number): number => (result === 0 ? 0 : koffi.errno())

  const rename = isMac
    ? find('renamex_np', 'int', ['str', 'str', 'uint'])
    : find('renameat2', 'int', ['int', 'str', 'int', 'str', 'uint'])
  const utimensat = find('utimensat', 'int', ['int', 'str', koffi.pointer(timespec), 'int'])
  const place = isMac ? ['uint32', 'int'] : []
  const listxattr = find(isMac ? 'listxattr' : 'llistxattr', 'intptr_t', [
    'str',
    'void *',
    'size_t',
    ...(isMac ? ['int'] : []),
  ])
  const getxattr = find(isMac ? 'getxattr' : 'lgetxattr', 'intptr_t', ['str', 'str', 'void *', 'size_t', ...place])
  const setxattr = find(isMac ? 'setxattr' : 'lsetxattr', 'int', [
    'str',
    'str',
    'void *',
    'size_t',
    ...(isMac ? place : ['int']),
  ])

  const syncFileRange = isMac ? null : find('sync_file_range', 'int', ['int', 'int64', 'int64', 'uint'])

  return {
    beginWriting:
      syncFileRange === null ? null : (fileDescriptor) => void syncFileRange(fileDescriptor, 0, 0, beginToWrite),
    flushVolume: isMac ? null : flushBy(libc),
    renameWithoutReplacing:
      rename === null
        ? null
        : (from, to) =>
            errorOf(
              isMac ? rename(from, to, noReplace) : rename(currentDirectory, from, currentDirectory, to, noReplace),
            ),
    setTimes:
      utimensat === null
        ? null
        : (path, atimeNs, mtimeNs) =>
            errorOf(utimensat(currentDirectory, path, [timespecOf(atimeNs), timespecOf(mtimeNs)], 0)),
    attributes:
      listxattr === null || getxattr === null || setxattr === null
        ? null
        : {
            list(path) {
              const bytes = listxattr(path, null, 0, ...(isMac ? [noFollow] : []))
              if (bytes < 0) return null
              if (bytes === 0) return []
              const names = Buffer.alloc(bytes)
              const read = listxattr(path, names, bytes, ...(isMac ? [noFollow] : []))
              return read < 0
                ? null
                : names
                    .toString('utf8', 0, read)
                    .split('\0')
                    .filter((name) => name !== '')
            },
            get(path, name) {
              const options = isMac ? [0, noFollow] : []
              const bytes = getxattr(path, name, null, 0, ...options)
              if (bytes < 0 || bytes > attributeBytes) return null
              const value = Buffer.alloc(bytes)
              const read = getxattr(path, name, value, bytes, ...options)
              return read < 0 ? null : value.subarray(0, read)
            },
            set: (path, name, value) =>
              setxattr(path, name, value, value.length, ...(isMac ? [0, noFollow] : [0])) === 0,
          },
  }
}

function flushBy(libc: ReturnType<typeof koffiTypes.load>): SystemCalls['flushVolume'] {
  try {
    const syncfs = libc.func('syncfs', 'int', ['int'])
    return (fileDescriptor) =>
      new Promise((resolve) => {
        syncfs.async(fileDescriptor, (error: unknown, result: unknown) => resolve(error === null && result === 0))
      })
  } catch {
    return null
  }
}

function timespecOf(ns: bigint): { readonly seconds: bigint; readonly nanoseconds: bigint } {
  const nanoseconds = ((ns % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n
  return { seconds: (ns - nanoseconds) / 1_000_000_000n, nanoseconds }
}

/** An error as Node's own file functions reject with. @param errorNumber as the system counts them, positive */
export function systemError(
  errorNumber: number,
  what: string,
  path: string,
  destination: string,
): NodeJS.ErrnoException {
  const code = getSystemErrorName(-errorNumber)
  const words = `${code}: ${getSystemErrorMessage(-errorNumber)}, ${what} '${path}' -> '${destination}'`
  return Object.assign(new Error(words), { errno: -errorNumber, code, syscall: what, path, dest: destination })
}
