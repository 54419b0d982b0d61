import type { BigIntStats, Dirent } from 'node:fs'
import { closeSync, lstat } from 'node:fs'
import { link, mkdir, open, readdir, realpath, rmdir, statfs, unlink } from 'node:fs/promises'
import { promisify } from 'node:util'
import { codeOf } from '../../scan/walk-folder.ts'
import type { Disk, DiskFacts } from './disk.ts'
import { createDiskThreads } from './disk-threads.ts'
import { renameWithoutReplacing } from './rename-without-replacing.ts'
import { createVolumeFlush } from './volume-flush.ts'

/** Looked at three times a file; the promises of node:fs take nearly twice the time. */
const lookAt = promisify<string, { bigint: true }, BigIntStats>(lstat)

const absent = new Set(['ENOENT', 'ENOTDIR'])
const notEmpty = new Set(['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR'])

/** The disks of this computer. */
export function createNodeDisk(): Disk {
  const threads = createDiskThreads()
  const flush = createVolumeFlush()
  return {
    async facts(path) {
      try {
        return factsOf(await lookAt(path, { bigint: true }))
      } catch (error) {
        if (absent.has(codeOf(error))) return null
        throw error
      }
    },
    list: async (path) =>
      (await readdir(path, { withFileTypes: true })).map((entry) => ({ name: entry.name, kind: kindOf(entry) })),
    realPath: async (path) => await realpath(path),
    async freeBytes(path) {
      const { bavail, bsize } = await statfs(path)
      return bavail * bsize
    },
    async makeDirectory(path) {
      try {
        await mkdir(path)
        return true
      } catch (error) {
        if (codeOf(error) === 'EEXIST') return false
        throw error
      }
    },
    async removeEmptyDirectory(path) {
      try {
        await rmdir(path)
        return true
      } catch (error) {
        if (notEmpty.has(codeOf(error))) return false
        throw error
      }
    },
    renameWithoutReplacing,
    link: async (from, to) => await link(from, to),
    async copy(from, to, signal) {
      const { contentHash, opened } = await threads.run({ type: 'copy', from, to }, signal)
      if (opened === null) throw new Error('A copy was made that nobody can flush.')
      try {
        await flush({ ...opened, path: to }).finally(() => closeSync(opened.fileDescriptor))
        return contentHash
      } catch (error) {
        await unlink(to)
        throw error
      }
    },
    hash: async (path, signal) => (await threads.run({ type: 'hash', path }, signal)).contentHash,
    remove: async (path) => await unlink(path),
    async syncDirectory(path) {
      // Windows can't open a directory, and writes names through by itself.
      if (process.platform === 'win32') return
      const directory = await open(path, 'r')
      try {
        await flush({ fileDescriptor: directory.fd, openedAtNs: process.hrtime.bigint(), path })
      } finally {
        await directory.close()
      }
    },
  }
}

function factsOf(stats: BigIntStats): DiskFacts {
  return {
    kind: kindOf(stats),
    sizeBytes: Number(stats.size),
    // The very number that `stat` gives without `bigint`, so that it can be compared with what a scan stored.
    mtimeMs: Number(stats.mtimeNs / 1_000_000_000n) * 1000 + Number(stats.mtimeNs % 1_000_000_000n) / 1e6,
    mtimeNs: stats.mtimeNs,
    deviceId: stats.dev,
    inode: stats.ino,
  }
}

function kindOf(what: BigIntStats | Dirent): DiskFacts['kind'] {
  if (what.isFile()) return 'file'
  if (what.isDirectory()) return 'directory'
  return what.isSymbolicLink() ? 'link' : 'other'
}
