import { isExcludedName } from '../scan/excluded-name.ts'
import { mediaKind } from '../scan/media-kind.ts'
import { editedStem } from './edited-stem.ts'
import { fileTypeOf } from './file-type.ts'
import { foldName } from './fold-path.ts'
import type { FileType } from './sort-rules.ts'
import { splitName } from './split-name.ts'
import { takeoutKeysFor, takeoutKeysOf, takeoutName } from './takeout-name.ts'

/** Which of several photos of one stem gets what belongs to the stem. */
const stillsFirst: readonly FileType[] = ['jpeg', 'heic', 'raw', 'tiff', 'png', 'avif', 'webp', 'gif', 'other', 'video']
/** Cameras put a small picture beside what can't be shown. */
const filmsFirst: readonly FileType[] = ['video', 'raw', 'jpeg', 'heic', 'tiff', 'png', 'avif', 'webp', 'gif', 'other']

/** Small files about a photo, by ending. Google's JSON has rules of its own. */
const sidecarOrder: Readonly<Record<string, readonly FileType[]>> = {
  '.xmp': stillsFirst,
  '.pp3': stillsFirst,
  '.dop': stillsFirst,
  '.aae': stillsFirst,
  '.thm': filmsFirst,
}

/** Images and videos of one directory, by what a companion may call them. */
interface Media {
  readonly byName: ReadonlyMap<string, readonly string[]>
  readonly byStem: ReadonlyMap<string, readonly string[]>
  readonly byTakeoutKey: ReadonlyMap<string, readonly string[]>
}

/**
 * Which files of one directory go together: the RAW of a JPEG, the film of a live photo, sidecars (both customs of `.xmp`,
 * `.pp3`, `.dop`, `.aae`, `.thm`, the JSON of Google Takeout). A name is the companion of one photo at most; photos of one
 * stem ("a.jpg", "a.png") are photos of their own. The order of the names decides nothing.
 * @param names all files in the directory
 * @returns companions by the name of their photo, sorted; photos that have none are left out
 */
export function findCompanions(names: Iterable<string>): Map<string, readonly string[]> {
  const sorted = [...new Set(names)].filter((name) => !isExcludedName(name)).sort()
  const media = gatherMedia(sorted)
  const owners = new Map<string, string>()
  for (const name of sorted) {
    const owner = mediaKind(name) === null ? ownerOfSidecar(name, media) : ownerOfMedia(name, media)
    if (owner !== null) owners.set(name, owner)
  }
  const companions = new Map<string, string[]>()
  for (const name of owners.keys()) {
    const photo = mainOf(name, owners)
    const known = companions.get(photo)
    if (known === undefined) companions.set(photo, [name])
    else if (!known.some((other) => foldName(other) === foldName(name))) known.push(name)
  }
  return companions
}

/** The sidecar of a RAW photo belongs to the JPEG that the RAW photo belongs to. */
function mainOf(name: string, owners: ReadonlyMap<string, string>): string {
  let main = name
  for (let owner = owners.get(main); owner !== undefined; owner = owners.get(main)) main = owner
  return main
}

function gatherMedia(names: readonly string[]): Media {
  const [byName, byStem, byTakeoutKey] = [0, 1, 2].map(() => new Map<string, string[]>())
  const hasTakeout = names.some((name) => name.toLowerCase().endsWith('.json'))
  for (const name of names) {
    if (mediaKind(name) === null) continue
    add(byName!, foldName(name), name)
    add(byStem!, foldName(splitName(name).stem), name)
    if (hasTakeout) for (const key of takeoutKeysOf(name)) add(byTakeoutKey!, key, name)
  }
  return { byName: byName!, byStem: byStem!, byTakeoutKey: byTakeoutKey! }
}

/** Of an image or video: the photo that it is another form of. */
function ownerOfMedia(name: string, { byStem }: Media): string | null {
  const type = fileTypeOf(name)
  const order = type === 'raw' ? rawOwners : isLiveFilm(name) ? filmOwners : null
  if (order === null) return null
  const { stem } = splitName(name)
  return best(byStem.get(foldName(stem)), stem, order)
}

const rawOwners: readonly FileType[] = ['jpeg', 'heic']
const filmOwners: readonly FileType[] = ['heic', 'jpeg']

function isLiveFilm(name: string): boolean {
  return /\.(?:mov|mp4)$/i.test(name)
}

function ownerOfSidecar(name: string, media: Media): string | null {
  const { stem, ending } = splitName(name)
  const lower = ending.toLowerCase()
  if (lower === '.json') return ownerOfTakeout(name, media)
  // Google keeps the film of "IMG_1.MP.jpg" beside it as "IMG_1.MP".
  if (/^\.mp\b/.test(lower)) return best(media.byStem.get(foldName(name)), name, filmOwners)
  const order = sidecarOrder[lower]
  if (order === undefined) return null
  return (
    best(media.byName.get(foldName(stem)), stem, order) ??
    best(media.byStem.get(foldName(stem)), stem, order) ??
    (lower === '.aae' ? ownerOfEdit(stem, media) : null)
  )
}

function ownerOfEdit(stem: string, { byStem }: Media): string | null {
  const edited = editedStem(stem)
  return edited === null ? null : best(byStem.get(foldName(edited)), edited, stillsFirst)
}

function ownerOfTakeout(name: string, { byTakeoutKey }: Media): string | null {
  const json = takeoutName(name)
  if (json === null) return null
  for (const key of takeoutKeysFor(json)) {
    const owner = best(byTakeoutKey.get(key), json.titles[0] ?? '', stillsFirst)
    if (owner !== null) return owner
  }
  return null
}

/** Of the types in `order` only: first the one whose name or stem is spelled so, then by type, then by name. */
function best(names: readonly string[] | undefined, spelling: string, order: readonly FileType[]): string | null {
  const ranked = (names ?? [])
    .map((name) => ({ name, type: order.indexOf(fileTypeOf(name)), likeness: likeness(name, spelling) }))
    .filter(({ type }) => type >= 0)
    .sort((a, b) => b.likeness - a.likeness || a.type - b.type || (a.name < b.name ? -1 : 1))
  return ranked[0]?.name ?? null
}

function likeness(name: string, spelling: string): number {
  return name === spelling ? 2 : splitName(name).stem === spelling ? 1 : 0
}

function add(map: Map<string, string[]>, key: string, name: string): void {
  const names = map.get(key)
  if (names === undefined) map.set(key, [name])
  else names.push(name)
}
