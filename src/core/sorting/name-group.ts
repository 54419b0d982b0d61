import { foldName } from './fold-path.ts'
import { safeFileName } from './safe-name.ts'
import { shortenText, utf8Bytes } from './shorten-text.ts'
import type { PathLimits } from './sort-facts.ts'
import type { PlanNote } from './sort-plan.ts'
import { splitName } from './split-name.ts'
import { stepNames } from './step-names.ts'

/** Fewer letters than this say nothing of a photo any more. */
const shortestStem = 8

export interface NamedGroup {
  /** One for each member, the photo's first; no two of them are one name on any system. */
  readonly names: readonly string[]
  readonly notes: readonly PlanNote[]
}

/**
 * Names for a photo and its companions that the target can hold and that are free there: their own if possible, else with the
 * first number that is free for all of them.
 * @param members the photo's name first
 * @param directoryLength UTF-16 units of the absolute path of the directory
 * @param firstNumber 1 for their own names; lower ones are known to be in use
 * @returns null where a path would be too long however much the names are shortened
 */
export function nameGroup(
  members: readonly string[],
  directoryLength: number,
  limits: PathLimits,
  isFree: (names: readonly string[]) => boolean,
  firstNumber: number,
): (NamedGroup & { readonly number: number }) | null {
  const [photo = '', ...companions] = members
  const safe = splitName(safeFileName(photo))
  for (let number = firstNumber; ; number++) {
    const suffix = number === 1 ? '' : ` (${number})`
    const namesWith = (stem: string): readonly string[] =>
      apart([
        `${stem}${suffix}${safe.ending}`,
        ...stepNames(photo, companions, stem + suffix).map((name) => safeFileName(name)),
      ])
    const stem = fittingStem(safe.stem, namesWith, directoryLength, limits)
    if (stem === null) return null
    const names = namesWith(stem)
    if (!isFree(names)) continue
    return { names, notes: notesOf(photo, safe, stem, names[0] ?? ''), number }
  }
}

function notesOf(photo: string, safe: ReturnType<typeof splitName>, stem: string, name: string): readonly PlanNote[] {
  const safeName = safe.stem + safe.ending
  const fitting = stem + safe.ending
  const notes: PlanNote[] = []
  if (safeName !== photo) notes.push({ kind: 'portable-name', from: photo, to: safeName })
  if (fitting !== safeName) notes.push({ kind: 'shortened', from: safeName, to: fitting })
  if (name !== fitting) notes.push({ kind: 'renamed', from: fitting, to: name })
  return notes
}

/** The stem, shortened until all names fit; null where that does not help. */
function fittingStem(
  stem: string,
  namesWith: (stem: string) => readonly string[],
  directoryLength: number,
  { nameBytes, pathLength }: PathLimits,
): string | null {
  const mostUnits = pathLength - directoryLength - 1
  const excess = (names: readonly string[]): { bytes: number; units: number } => ({
    bytes: Math.max(0, ...names.map((name) => utf8Bytes(name) - nameBytes)),
    units: Math.max(0, ...names.map((name) => name.length - mostUnits)),
  })
  const over = excess(namesWith(stem))
  if (over.bytes === 0 && over.units === 0) return stem
  // What is cut off may not end in the middle of what `safeFileName` puts right again.
  const shorter = safeFileName(shortenText(stem, utf8Bytes(stem) - over.bytes, stem.length - over.units))
  if (shorter.length < Math.min(shortestStem, stem.length)) return null
  const left = excess(namesWith(shorter))
  return left.bytes === 0 && left.units === 0 ? shorter : null
}

/** Where two companions would be one name on some system ("a.xmp", "A.xmp"), the later one gets a number. */
function apart(names: readonly string[]): readonly string[] {
  const used = new Set<string>()
  return names.map((name) => {
    const { stem, ending } = splitName(name)
    let own = name
    for (let number = 2; used.has(foldName(own)); number++) own = `${stem} (${number})${ending}`
    used.add(foldName(own))
    return own
  })
}
