import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mediaKind } from '../scan/media-kind.ts'
import { findCompanions } from './find-companions.ts'

function companions(...names: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(findCompanions(names))
}

describe('files that go together', () => {
  it.each<[string, readonly string[], Record<string, readonly string[]>]>([
    ['a RAW and its JPEG', ['IMG_1.CR2', 'IMG_1.JPG', 'IMG_2.CR2'], { 'IMG_1.JPG': ['IMG_1.CR2'] }],
    ['a RAW and its HEIC', ['a.dng', 'a.heic'], { 'a.heic': ['a.dng'] }],
    ['a live photo', ['IMG_1.HEIC', 'IMG_1.MOV'], { 'IMG_1.HEIC': ['IMG_1.MOV'] }],
    ['a live photo that has a JPEG too', ['a.HEIC', 'a.JPG', 'a.MOV'], { 'a.HEIC': ['a.MOV'] }],
    ['a live photo of Google', ['P.MP.jpg', 'P.MP'], { 'P.MP.jpg': ['P.MP'] }],
    ['photos of one stem', ['a.jpg', 'a.png', 'a.heic'], {}],
    ['a film and a RAW', ['a.mov', 'a.cr2'], {}],
    ['a film of another kind', ['a.avi', 'a.jpg'], {}],
    ['both customs of XMP', ['a.jpg', 'a.jpg.xmp', 'a.xmp'], { 'a.jpg': ['a.jpg.xmp', 'a.xmp'] }],
    ['the XMP of a RAW', ['a.cr2', 'a.cr2.xmp', 'a.jpg'], { 'a.jpg': ['a.cr2', 'a.cr2.xmp'] }],
    ['the XMP of one of two', ['a.jpg', 'a.png', 'a.png.xmp'], { 'a.png': ['a.png.xmp'] }],
    ['an XMP that two could have', ['a.png', 'a.xmp', 'a.jpg'], { 'a.jpg': ['a.xmp'] }],
    ['other case', ['IMG_1.JPG', 'img_1.xmp'], { 'IMG_1.JPG': ['img_1.xmp'] }],
    [
      'one spelled alike first',
      ['A.jpg', 'a.jpg', 'a.xmp', 'A.jpg.xmp'],
      { 'A.jpg': ['A.jpg.xmp'], 'a.jpg': ['a.xmp'] },
    ],
    ['settings of RAW developers', ['a.nef', 'a.nef.pp3', 'a.nef.dop'], { 'a.nef': ['a.nef.dop', 'a.nef.pp3'] }],
    ['a small picture of a film', ['a.thm', 'a.avi', 'a.jpg'], { 'a.avi': ['a.thm'] }],
    ['edits of Apple', ['IMG_1.AAE', 'IMG_1.HEIC'], { 'IMG_1.HEIC': ['IMG_1.AAE'] }],
    [
      'edits of Apple with a picture of their own',
      ['IMG_1234.HEIC', 'IMG_1234.AAE', 'IMG_E1234.JPG', 'IMG_O1234.AAE'],
      { 'IMG_1234.HEIC': ['IMG_1234.AAE'], 'IMG_E1234.JPG': ['IMG_O1234.AAE'] },
    ],
    ['edits whose picture is away', ['IMG_9.HEIC', 'IMG_O9.AAE'], {}],
    ['hidden files', ['._a.xmp', 'a.jpg', '.a.xmp'], {}],
    ['what only looks alike', ['IMG_1.jpg', 'IMG_10.xmp', 'IMG_1.txt', 'metadata.json'], {}],
    ['two that some systems hold to be one', ['a.jpg', 'A.xmp', 'a.xmp'], { 'a.jpg': ['A.xmp'] }],
  ])('%s', (_, names, expected) => {
    expect(companions(...names)).toEqual(expected)
  })
})

describe('JSON of Google Takeout', () => {
  const long = 'Backyard_ceremony_wedding_photography_xxxxxxx_m'

  it.each<[string, readonly string[], Record<string, readonly string[]>]>([
    ['plain', ['IMG.jpg', 'IMG.jpg.json'], { 'IMG.jpg': ['IMG.jpg.json'] }],
    [
      'supplemental, whole and cut',
      ['a.jpg', 'a.jpg.supplemental-metadata.json', 'b.jpg', 'b.jpg.suppl.json', 'c.jpg', 'c.jpg..json'],
      {
        'a.jpg': ['a.jpg.supplemental-metadata.json'],
        'b.jpg': ['b.jpg.suppl.json'],
        'c.jpg': ['c.jpg..json'],
      },
    ],
    [
      'numbers that stand elsewhere',
      ['D.JPG', 'D(1).JPG', 'D.JPG.json', 'D.JPG(1).json'],
      { 'D.JPG': ['D.JPG.json'], 'D(1).JPG': ['D.JPG(1).json'] },
    ],
    [
      'numbers after the supplement',
      ['D.jpg', 'D(2).jpg', 'D.jpg.supplemental-metadata(2).json'],
      { 'D(2).jpg': ['D.jpg.supplemental-metadata(2).json'] },
    ],
    ['what Winnow makes of them', ['D(1) (2).jpg', 'D(1) (2).jpg.json'], { 'D(1) (2).jpg': ['D(1) (2).jpg.json'] }],
    ['a cut title', [`${long}.jpg`, `${long.slice(0, 46)}.json`], { [`${long}.jpg`]: [`${long.slice(0, 46)}.json`] }],
    [
      'a cut title with a number',
      [`${long}(494).jpg`, `${long.slice(0, 46)}(494).json`],
      { [`${long}(494).jpg`]: [`${long.slice(0, 46)}(494).json`] },
    ],
    ['of an edited copy', ['I.jpg', 'I-edited.jpg', 'I.jpg.json'], { 'I.jpg': ['I.jpg.json'] }],
    ['of the film of a live photo', ['I.HEIC', 'I.MP4', 'I.MP4.json'], { 'I.HEIC': ['I.MP4', 'I.MP4.json'] }],
    ['of a photo that is away', ['I.jpg', 'J.jpg.json'], {}],
  ])('%s', (_, names, expected) => {
    expect(companions(...names)).toEqual(expected)
  })

  const takeout = join(import.meta.dirname, '../../../../shared/photos/importer/takeout')
  it('every one finds its photo in real exports', ({ skip }) => {
    if (!existsSync(takeout)) skip('../shared/photos is not here.')
    const directories = new Map<string, string[]>()
    for (const entry of readdirSync(takeout, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) directories.set(entry.parentPath, [...(directories.get(entry.parentPath) ?? []), entry.name])
    }
    const alone: string[] = []
    let count = 0
    for (const names of directories.values()) {
      const owned = new Set([...findCompanions(names).values()].flat())
      count += owned.size
      alone.push(...names.filter((name) => name.endsWith('.json') && !owned.has(name)))
    }
    expect(count).toBeGreaterThan(10)
    // Of albums, and of photos that are in the folder of their year only.
    expect(alone.filter((name) => !/^(?:métadonnées|PXL_)/.test(name))).toEqual([])
  })
})

it('a name goes with one photo at most, whatever the order of the names', () => {
  const name = fc
    .tuple(
      fc.constantFrom('a', 'A', 'a(1)', 'IMG_E1', 'IMG_O1', 'IMG_1', 'b.jpg', 'b'),
      fc.constantFrom(
        '.jpg',
        '.JPG',
        '.heic',
        '.png',
        '.cr2',
        '.mov',
        '.xmp',
        '.jpg.xmp',
        '.aae',
        '.json',
        '.jpg.json',
        '.jpg(1).json',
      ),
    )
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 20 }), (names) => {
      const found = findCompanions(names)
      const owned = [...found.values()].flat()
      expect(new Set(owned).size).toBe(owned.length)
      for (const photo of found.keys()) {
        expect(mediaKind(photo)).not.toBeNull()
        expect(owned).not.toContain(photo)
      }
      for (const each of owned) expect(names).toContain(each)
      expect([...findCompanions([...names].reverse())].sort()).toEqual([...found].sort())
    }),
  )
})
