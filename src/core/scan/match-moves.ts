/** A file that is gone from where it was, or one that was not there before. */
export interface MovableFile {
  readonly fileId: number
  readonly sizeBytes: number
  readonly mtimeMs: number
}

export interface Move {
  readonly fromFileId: number
  readonly toFileId: number
}

/**
 * Which new files are old ones that were moved or renamed, told without reading them: same size and same time of change,
 * and no other file, gone or new, shares both. Only times finer than a millisecond count, because coarse ones (FAT, exFAT,
 * archives) are shared by files written together. What is not recognised here is recognised by its hash when it is read.
 */
export function matchMoves(gone: readonly MovableFile[], appeared: readonly MovableFile[]): readonly Move[] {
  const goneByKey = uniqueByKey(gone)
  const moves: Move[] = []
  for (const [key, to] of uniqueByKey(appeared)) {
    const from = goneByKey.get(key)
    if (from && to) moves.push({ fromFileId: from.fileId, toFileId: to.fileId })
  }
  return moves
}

/** Null where two files share a key. */
function uniqueByKey(files: readonly MovableFile[]): ReadonlyMap<string, MovableFile | null> {
  const byKey = new Map<string, MovableFile | null>()
  for (const file of files) {
    if (file.sizeBytes === 0 || Number.isInteger(file.mtimeMs)) continue
    const key = `${file.sizeBytes}:${file.mtimeMs}`
    byKey.set(key, byKey.has(key) ? null : file)
  }
  return byKey
}
