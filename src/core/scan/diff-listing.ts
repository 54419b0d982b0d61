import type { FileState } from './file-state.ts'
import type { MediaKind } from './media-kind.ts'

/** A file as the library remembers it. */
export interface KnownFile {
  readonly fileId: number
  readonly sizeBytes: number
  readonly mtimeMs: number
  readonly state: FileState
  /** Whether its photo is known to be its content at this size and time. */
  readonly verified: boolean
}

/** A file as a listing of its directory shows it now. */
export interface ListedFile {
  readonly name: string
  readonly sizeBytes: number
  readonly mtimeMs: number
  readonly kind: MediaKind
  /** A placeholder of a cloud drive: to open it would download it. */
  readonly inTheCloud: boolean
}

export interface KnownAndListed {
  readonly fileId: number
  readonly listed: ListedFile
}

/** What is to be done so that memory agrees with the listing. Each file is in at most one of these. */
export interface ListingDiff {
  readonly added: readonly ListedFile[]
  /** To be read, again or for the first time. */
  readonly changed: readonly KnownAndListed[]
  /** Not to be read now: of another kind, or in the cloud. */
  readonly setAside: readonly KnownAndListed[]
  /** As it was when it was last read: nothing to read. */
  readonly returned: readonly number[]
}

/**
 * Compares one directory, or a part of it, with what is remembered of it. Names are compared exactly: two normal forms of
 * one word are one file only where the file system spells them the same.
 *
 * @param known files of this directory by name
 * @param listing each name at most once
 */
export function diffListing(known: ReadonlyMap<string, KnownFile>, listing: readonly ListedFile[]): ListingDiff {
  const added: ListedFile[] = []
  const changed: KnownAndListed[] = []
  const setAside: KnownAndListed[] = []
  const returned: number[] = []
  for (const listed of listing) {
    const file = known.get(listed.name)
    if (file === undefined) {
      added.push(listed)
      continue
    }
    switch (verdict(file, listed)) {
      case 'changed':
        changed.push({ fileId: file.fileId, listed })
        break
      case 'set-aside':
        setAside.push({ fileId: file.fileId, listed })
        break
      case 'returned':
        returned.push(file.fileId)
        break
      case 'same':
    }
  }
  return { added, changed, setAside, returned }
}

function verdict(file: KnownFile, listed: ListedFile): 'same' | 'changed' | 'set-aside' | 'returned' {
  const isSame = file.sizeBytes === listed.sizeBytes && file.mtimeMs === listed.mtimeMs
  if (listed.kind === 'other-media') return file.state === 'unsupported' && isSame ? 'same' : 'set-aside'
  if (listed.inTheCloud) {
    // What was read before it was sent away keeps its photo; what was not must wait until it is back.
    if (file.state === 'ready' || file.state === 'failed' || file.state === 'unsupported') return 'same'
    return file.verified ? 'returned' : 'set-aside'
  }
  if (file.state === 'unsupported') return 'changed'
  if (!isSame) return 'changed'
  if (file.state === 'missing') return file.verified ? 'returned' : 'changed'
  return 'same'
}
