/** What stands at a path, itself and not what a link leads to. */
export interface DiskFacts {
  readonly kind: 'file' | 'directory' | 'link' | 'other'
  readonly sizeBytes: number
  readonly mtimeMs: number
  /** Nanoseconds since 1970. */
  readonly mtimeNs: bigint
  /** Volume and file: two paths with both the same are one file. */
  readonly deviceId: bigint
  readonly inode: bigint
}

/**
 * Everything that sorting does to a disk, one step a call; a test puts another in its place that fails or ends the process
 * at any of them. Paths are absolute and as the system spells them. Rejects with the system's error (`code`: EEXIST, EXDEV,
 * ENOSPC, EROFS, EACCES …) and has done nothing then.
 */
export interface Disk {
  /** Null where nothing is. */
  facts(path: string): Promise<DiskFacts | null>
  list(path: string): Promise<readonly { readonly name: string; readonly kind: DiskFacts['kind'] }[]>
  /** Without links. */
  realPath(path: string): Promise<string>
  freeBytes(path: string): Promise<number>
  /** One level. False when it is there already. */
  makeDirectory(path: string): Promise<boolean>
  /** False when it is not empty or not there. */
  removeEmptyDirectory(path: string): Promise<boolean>
  /** Atomic; EEXIST when the name is in use, EXDEV when it is on another volume. */
  renameWithoutReplacing(from: string, to: string): Promise<void>
  /** A second name for the same file; EEXIST, EXDEV, EPERM where the disk has none. */
  link(from: string, to: string): Promise<void>
  /**
   * Copies to a path that must be free, with times, permissions and extended attributes, and has it on the disk when it
   * resolves. What it began is removed when it fails. @returns the content hash of what was read
   */
  copy(from: string, to: string, signal: AbortSignal): Promise<string>
  /** Content hash (core/hashing) of a file as it is read from the disk. */
  hash(path: string, signal?: AbortSignal): Promise<string>
  /** Deletes a file for good: only what Winnow made itself or has verified to be elsewhere. */
  remove(path: string): Promise<void>
  /** Has what was made, renamed and removed in a directory on the disk when it resolves. */
  syncDirectory(path: string): Promise<void>
}
