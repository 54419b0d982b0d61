import type { DiskFacts } from '../disk/disk.ts'

/** Whether two paths are names of one file. */
export function isSameFile(a: DiskFacts, b: DiskFacts): boolean {
  return a.inode === b.inode && a.deviceId === b.deviceId && a.inode !== 0n
}

/** Whether nothing has changed at a path between two looks. */
export function isUnchanged(before: DiskFacts, now: DiskFacts | null): boolean {
  return (
    now !== null &&
    now.kind === before.kind &&
    now.inode === before.inode &&
    now.deviceId === before.deviceId &&
    now.sizeBytes === before.sizeBytes &&
    now.mtimeNs === before.mtimeNs
  )
}
