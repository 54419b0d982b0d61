import type { BandPreview, CategoryPreview } from '../../contract/categories.ts'
import type { Band, Verdict } from '../../contract/primitives.ts'
import { bytesOfBase64 } from '../photos/bytes-of-base64.ts'

/** The front of a band as typed columns; index i is the i-th photo. */
export interface BandPhotos {
  /** How many the whole library has; at least as many as are here. */
  readonly count: number
  readonly ids: Uint32Array
  /** Width / height x 1000. */
  readonly aspects: Uint16Array
  /** Three bytes a photo, RGB. */
  readonly colours: Uint8Array
  /** Bits of `bandFlag`. */
  readonly flags: Uint8Array
}

export type Bands = Readonly<Record<Band, BandPhotos>>

export const bandFlag = { hasThumbnail: 1, saidYes: 2, saidNo: 16 } as const

/** From the top of the editor down. */
export const bandOrder = ['sure', 'unsure', 'not'] as const satisfies readonly Band[]

export function isBand(name: string): name is Band {
  return bandOrder.some((band) => band === name)
}

/** As a person reads them. */
export const bandNames: Readonly<Record<Band, string>> = { sure: 'Yes', unsure: 'Not sure', not: 'No' }

export function decodeBands({ sure, unsure, not }: CategoryPreview): Bands {
  return { sure: decodeBand(sure), unsure: decodeBand(unsure), not: decodeBand(not) }
}

function decodeBand({ count, ids, aspects, colours, flags }: BandPreview): BandPhotos {
  return {
    count,
    ids: new Uint32Array(bytesOfBase64(ids).buffer),
    aspects: new Uint16Array(bytesOfBase64(aspects).buffer),
    colours: bytesOfBase64(colours),
    flags: bytesOfBase64(flags),
  }
}

export function verdictOfFlags(flags: number): Verdict {
  if ((flags & bandFlag.saidYes) !== 0) return 'yes'
  return (flags & bandFlag.saidNo) === 0 ? 'undecided' : 'no'
}

interface Moved {
  readonly from: BandPhotos
  readonly index: number
  readonly flags: number
}

/**
 * The bands as they will be once answers are counted, for the moment until the library has: a yes goes to the front of
 * Yes, a no to the front of No, and one taken back stays where it is. `verdictOf` undefined: as the photo is flagged.
 */
export function answerBands(bands: Bands, verdictOf: (photoId: number) => Verdict | undefined): Bands {
  const kept: Record<Band, Moved[]> = { sure: [], unsure: [], not: [] }
  const moved: Record<'sure' | 'not', Moved[]> = { sure: [], not: [] }
  let changes = 0
  for (const band of bandOrder) {
    const photos = bands[band]
    for (let index = 0; index < photos.ids.length; index++) {
      const before = photos.flags[index]!
      const said = verdictOfFlags(before)
      const verdict = verdictOf(photos.ids[index]!) ?? said
      if (verdict === said) {
        kept[band].push({ from: photos, index, flags: before })
        continue
      }
      changes++
      const bare = before & ~(bandFlag.saidYes | bandFlag.saidNo)
      if (verdict === 'undecided') kept[band].push({ from: photos, index, flags: bare })
      else if (verdict === 'yes') moved.sure.push({ from: photos, index, flags: bare | bandFlag.saidYes })
      else moved.not.push({ from: photos, index, flags: bare | bandFlag.saidNo })
    }
  }
  if (changes === 0) return bands
  return {
    sure: gather(bands.sure, [...moved.sure, ...kept.sure]),
    unsure: gather(bands.unsure, kept.unsure),
    not: gather(bands.not, [...moved.not, ...kept.not]),
  }
}

/** A band as it now is, in the order it had: what has left is gone, what is new comes after what was there. */
export function inOrderOf(before: BandPhotos, now: BandPhotos): BandPhotos {
  const indexNow = new Map(Array.from(now.ids, (photoId, index) => [photoId, index]))
  const stayed = [...before.ids].filter((photoId) => indexNow.has(photoId))
  const known = new Set(stayed)
  const order = [...stayed, ...[...now.ids].filter((photoId) => !known.has(photoId))]
  return gather(
    now,
    order.map((photoId) => {
      const index = indexNow.get(photoId) ?? 0
      return { from: now, index, flags: now.flags[index]! }
    }),
  )
}

function gather(before: BandPhotos, members: readonly Moved[]): BandPhotos {
  const colours = new Uint8Array(members.length * 3)
  for (const [i, { from, index }] of members.entries())
    colours.set(from.colours.subarray(index * 3, index * 3 + 3), i * 3)
  return {
    count: before.count + members.length - before.ids.length,
    ids: Uint32Array.from(members, ({ from, index }) => from.ids[index]!),
    aspects: Uint16Array.from(members, ({ from, index }) => from.aspects[index]!),
    colours,
    flags: Uint8Array.from(members, ({ flags }) => flags),
  }
}
