/**
 * What planning is told. Paths have `/` between names on every system and none at the end ("C:/Photos/2024"); a path
 * relative to something has none in front either, and '' is the thing itself.
 */

/** A file that goes with another: the RAW of a JPEG, a sidecar, the film of a live photo. In the same directory. */
export interface Companion {
  /** Null for what the library does not list, such as a sidecar. */
  readonly fileId: number | null
  readonly photoId: number | null
  readonly name: string
  readonly sizeBytes: number
  readonly mtimeMs: number
  readonly contentHash: string | null
}

/** The directory of a file below a folder of the library. */
export interface LibraryPlace {
  readonly folderId: number
  readonly path: string
}

/** A file that can be sorted, with all that a rule may ask of it. */
export interface SortFile {
  readonly fileId: number
  /** Null for what Winnow lists but does not read: RAW photos, videos. */
  readonly photoId: number | null
  /** Absolute. */
  readonly directory: string
  readonly name: string
  readonly sizeBytes: number
  readonly mtimeMs: number
  /** Null until it was read. */
  readonly contentHash: string | null
  /** The camera's wall clock as if UTC; the file's local time where it has none. */
  readonly takenAtMs: number
  readonly camera: string | null
  /** 1 … 5 stars. Null: none, or not asked for. */
  readonly rating: number | null
  /** Tags that are shown (`sure`) or asked about (`unsure`), best first. */
  readonly tags: readonly { readonly categoryId: number; readonly band: 'sure' | 'unsure' }[]
  readonly place: LibraryPlace
  /** Where it lay before Winnow sorted it to where it is now, so that rules by folder mean the same the next time. */
  readonly cameFrom: LibraryPlace | null
  readonly companions: readonly Companion[]
}

/** Names that rules and templates speak of. */
export interface SortNames {
  readonly categories: ReadonlyMap<number, { readonly name: string; readonly parentId: number | null }>
  /** Members in order. */
  readonly choices: ReadonlyMap<number, readonly number[]>
  /** Names of the library's folders, as `{folder}` has them: the last part of their paths. */
  readonly folders: ReadonlyMap<number, string>
}

/** Something that stands in a directory of the target now. */
export interface TargetEntry {
  readonly name: string
  readonly kind: 'file' | 'directory' | 'other'
  readonly sizeBytes: number
  /** Known for files that could be the same content as one that comes; see `entriesToHash`. */
  readonly contentHash: string | null
}

export interface TargetDirectory {
  /** Relative to the target, as it is spelled there. */
  readonly path: string
  readonly entries: readonly TargetEntry[]
  /** A link on the way leads out of the target: nothing is put here. */
  readonly leadsOutside: boolean
}

/** Directories of the target that exist, by `foldPath` of their relative path. Those that no file is bound for are left out. */
export type TargetTree = ReadonlyMap<string, TargetDirectory>

/** What the file system of the target can hold. */
export interface PathLimits {
  /** Bytes in UTF-8 of one name. */
  readonly nameBytes: number
  /** Characters (UTF-16) of a whole absolute path. */
  readonly pathLength: number
}
