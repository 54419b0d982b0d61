import { mediaKind } from '../scan/media-kind.ts'
import { editedStem } from './edited-stem.ts'
import { findCompanions } from './find-companions.ts'
import { foldName } from './fold-path.ts'
import { splitName } from './split-name.ts'
import { takeoutStem } from './takeout-name.ts'

/** What is in a directory of the target, and what of a plan will be. */
export interface DirectoryContents {
  /** A name that is in use there. */
  readonly take: (name: string) => void
  /** The name of a file that belongs there: it is in place, or is put there. */
  readonly settle: (name: string) => void
  /** Content that is there, or will be; the first name stays. */
  readonly hold: (contentHash: string, path: string) => void
  /** Where such content is; undefined: nowhere there. */
  readonly whereIs: (contentHash: string) => string | undefined
  /**
   * Whether no name (the photo's first) is in use, and no file would become the companion of another's photo. Only a RAW
   * photo and its JPEG, or the halves of a live photo, may meet again where both belong.
   */
  readonly isFree: (names: readonly string[]) => boolean
}

export function directoryContents(): DirectoryContents {
  const taken = new Set<string>()
  const namesByStart = new Map<string, string | string[]>()
  const settled = new Set<string>()
  const paths = new Map<string, string>()
  const take = (name: string): void => {
    taken.add(foldName(name))
    for (const start of startsOf(name)) {
      const before = namesByStart.get(start)
      // Most photos are alone with their name, and a list for each would be 100,000 lists.
      if (before === undefined) namesByStart.set(start, name)
      else if (typeof before === 'string') namesByStart.set(start, [before, name])
      else before.push(name)
    }
  }
  return {
    take,
    settle: (name) => {
      settled.add(name)
      take(name)
    },
    hold: (contentHash, path) => {
      if (!paths.has(contentHash)) paths.set(contentHash, path)
    },
    whereIs: (contentHash) => paths.get(contentHash),
    isFree: (names) => {
      if (names.some((name) => taken.has(foldName(name)))) return false
      const others = namesByStart.get(foldName(splitName(names[0] ?? '').stem))
      return others === undefined || !mixesGroups(names, typeof others === 'string' ? [others] : others, settled)
    },
  }
}

/** "IMG_1.jpg.xmp" → "img_1", "img_1.jpg": what a photo it belongs to can be called, and the stem of a photo itself. */
function startsOf(name: string): readonly string[] {
  const folded = foldName(name)
  const starts: string[] = []
  for (let dot = folded.indexOf('.', 1); dot >= 0; dot = folded.indexOf('.', dot + 1)) starts.push(folded.slice(0, dot))
  const { stem, ending } = splitName(name)
  const owner = ending.toLowerCase() === '.aae' ? editedStem(stem) : takeoutStem(name)
  return owner === null ? starts : [...starts, foldName(owner)]
}

/** A RAW photo may come to its JPEG, but not when it has one; a sidecar that comes to another photo would say wrong things of it. */
function mixesGroups(names: readonly string[], others: readonly string[], settled: ReadonlySet<string>): boolean {
  const own = new Set(names)
  const owned = new Set([names, others].flatMap((side) => [...findCompanions(side).values()].flat()))
  const mayMeet = (name: string): boolean => mediaKind(name) !== null && (own.has(name) || settled.has(name))
  for (const [photo, companions] of findCompanions([...names, ...others])) {
    for (const name of companions) {
      if (own.has(name) === own.has(photo)) continue
      if (owned.has(name) || !mayMeet(name) || !mayMeet(photo)) return true
    }
  }
  return false
}
