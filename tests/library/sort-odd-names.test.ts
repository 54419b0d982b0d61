import { mkdir, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import type { PlanSummary, SortRequest } from '../../src/contract/sorting.ts'
import { findCompanions } from '../../src/core/sorting/find-companions.ts'
import { foldName } from '../../src/core/sorting/fold-path.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { openSortedLibrary } from '../fixtures/sort-runs/sorted-library.ts'
import type { SortedLibrary } from '../fixtures/sort-runs/sorted-library.ts'
import { rawFiles, rawTree } from '../fixtures/sorting/raw-tree.ts'
import { folderIgnoringCase, noFolderIgnoringCase } from '../fixtures/sorting/folder-ignoring-case.ts'
import { folderOnSecondVolume, noSecondVolume } from '../fixtures/sorting/second-volume.ts'

// Names that people do have, and that one system or another takes for one, can't hold or can't read: on real disks, as found by
// a real scan, moved or copied into one folder and brought back, to the byte.

const nfc = 'caf\u00e9'
const nfd = 'cafe\u0301'
const letters = (unit: string, count: number): string => unit.repeat(count)

/** As long as a name can be: 255 bytes in UTF-8. */
const longest = [
  `${letters('x', 251)}.jpg`,
  `${letters('é', 125)}x.jpg`,
  `${letters('漢', 83)}ab.jpg`,
  `${letters('🏖', 62)}abc.jpg`,
  `${letters('e\u0301', 83)}xx.jpg`,
]

const names: Readonly<Record<string, readonly string[]>> = {
  look: [`${nfc}.jpg`, `${nfd}.jpg`, `${nfd}.xmp`, `CAF\u00c9.JPG`],
  'look again': [`${nfc}.jpg`, `${nfd}.JPG`, '\u212b.jpg', '\u00c5.jpg', 'A\u030a.jpg'],
  case: ['IMG.JPG', 'img.jpg', 'Img.jpg', 'IMG.xmp', 'img.xmp', 'ΟΔΟΣ.jpg', 'οδος.jpg', 'οδοσ.jpg'],
  a: ['IMG.JPG', 'IMG.JPG.xmp'],
  b: ['img.jpg', 'img.xmp', 'img.aae'],
  c: ['Img.jpg'],
  signs: ['👩‍👩‍👧‍👦 🏖.jpg', '🏳️‍🌈.jpg', '\u200f\u202egpj.jpg', 'a\u0001.jpg', '\ufeffmark.jpg'],
  odd: [
    'two\nlines.jpg',
    'two\r\nlines.jpg',
    '-rf.jpg',
    '--help.jpg',
    ' lead.jpg',
    'end .jpg',
    'dot..jpg',
    '~.jpg',
    'a:b?.jpg',
    'a_b_.jpg',
    'CON.jpg',
    'nul.jpg',
    'back\\slash.jpg',
    '%2e%2e.jpg',
    '$HOME `id`.jpg',
    'it\'s "it".jpg',
  ],
  long: [...longest, `${letters('x', 251)}.xmp`],
  'long again': longest,
  'ends with a dot.': ['IMG.JPG', 'one.jpg'],
  'ends with a space ': ['one.jpg'],
  '-rf': ['one.jpg'],
  'new\nline': ['one.jpg'],
  'back\\slash': ['one.jpg'],
  '🏖': ['one.jpg'],
  [`${nfc} folder`]: ['one.jpg'],
  [`${nfd} folder`]: ['one.jpg', 'One.jpg'],
  Trip: ['one.jpg'],
  trip: ['one.jpg', 'two.jpg'],
}

/** No text at all: latin1, half a character, a lone surrogate. */
const notText = ['6361 66e9 2e6a7067', '68 e282 2e6a7067', 'eda080 2e6a7067'].map((hex) =>
  Buffer.from(hex.replaceAll(' ', ''), 'hex'),
)

/** Each with content, size or time of its own; many of the same size, so that content has to be compared. */
async function writeNames(folder: string): Promise<void> {
  let count = 0
  const write = async (directory: string, name: Buffer): Promise<void> => {
    const path = Buffer.concat([Buffer.from(`${join(folder, directory)}/`), name])
    await writeFile(path, `content ${String(++count).padStart(4, '0')} ${letters('.', count % 3)}`, { flag: 'wx' })
    await utimes(path, 1_600_000_000, 1_600_000_000.123456 + count * 3601)
  }
  for (const [directory, files] of Object.entries(names)) {
    await mkdir(join(folder, directory), { recursive: true })
    for (const name of files) await write(directory, Buffer.from(name))
  }
  for (const name of notText) await write('odd', name)
}

interface Opened {
  readonly library: SortedLibrary
  readonly from: string
}

async function open(write: (from: string) => Promise<void>): Promise<Opened> {
  const dir = temporaryFolder()
  const from = join(dir, 'photos')
  await mkdir(from)
  await write(from)
  const library = await openSortedLibrary(dir, { trash: (path) => rm(path) })
  library.addFolder(from)
  await library.scan()
  return { library, from }
}

const to = (targetPath: string, folder: string, action: SortRequest['action']): SortRequest => ({
  scope: { kind: 'library' },
  rules: { rules: [{ when: [], to: folder }], otherwise: null, includeUnsure: false },
  action,
  targetPath,
})

async function apply({ client, sorted }: SortedLibrary, { planId }: PlanSummary) {
  const { runId } = await client['sorting.apply']({ planId })
  await sorted()
  const { run } = await client['sorting.run']({ runId })
  return run
}

/** Bytes of UTF-8 below a folder as text, as far as they are text. */
const namesIn = (tree: Readonly<Record<string, string>>, folder: string): readonly string[] =>
  Object.keys(tree)
    .filter((path) => path.startsWith(`${folder}/`) && tree[path] !== 'folder')
    .map((path) => Buffer.from(path.slice(folder.length + 1), 'latin1').toString('utf8'))

const isForeign = process.platform !== 'linux' ? 'this system can’t hold such names' : null
const fileCount = Object.values(names).flat().length
const isNoText = (path: string): boolean => notText.some((name) => path.endsWith(`/${name.toString('latin1')}`))

test.for([
  { action: 'move', words: 'moved on one disk' },
  { action: 'move', words: 'moved to another disk' },
  { action: 'copy', words: 'copied' },
] as const)(
  'names of every kind, $words into one folder: none is lost or replaced, and undo brings back each byte',
  async ({ action, words }, { skip }) => {
    if (isForeign !== null) skip(isForeign)
    const { library, from } = await open(writeNames)
    const target = words === 'moved to another disk' ? folderOnSecondVolume() : temporaryFolder()
    if (target === null) return skip(noSecondVolume)
    // Spelled otherwise than the rule does, and with names that others want.
    const there = join(target, 'ALL')
    await mkdir(there)
    for (const name of ['IMG.jpg', `${nfd}.jpg`, 'one (2).JPG', ...longest.slice(0, 2)])
      await writeFile(join(there, name), `was there: ${name}`)
    for (const name of notText) await writeFile(Buffer.concat([Buffer.from(`${there}/`), name]), 'was there too')
    const before = { from: rawTree(from), to: rawTree(target) }

    const plan = await library.client['sorting.plan'](to(target, 'All', action))
    // Names that are no text are none of the library's.
    expect(plan).toMatchObject({ obstacle: null, counts: { files: fileCount, blocked: 0, sameContent: 0 } })
    const run = await apply(library, plan)
    expect(run).toMatchObject({ state: 'done', done: fileCount, failed: 0 })

    const after = { from: rawTree(from), to: rawTree(target) }
    const stays = Object.entries(before.from).filter(([path, line]) => line === 'folder' || isNoText(path))
    expect(after.from).toEqual(action === 'copy' ? before.from : Object.fromEntries(stays))
    expect(after.to).toMatchObject(before.to)
    const gone = Object.fromEntries(Object.entries(before.from).filter(([path]) => !isNoText(path)))
    expect(rawFiles(after.to)).toEqual([...rawFiles(before.to), ...rawFiles(gone)].toSorted())
    const arrived = namesIn(after.to, 'ALL').filter((name) => !name.includes('\ufffd'))
    expect(new Set(arrived.map(foldName)).size).toBe(arrived.length)
    expect(arrived.filter((name) => Buffer.byteLength(name) > 255 || /[\p{Cc}\\:?]/u.test(name))).toEqual([])
    await expectTogether(library, run.runId)

    if (action === 'move') {
      const again = await library.client['sorting.plan'](to(target, 'All', 'move'))
      expect(again.counts).toMatchObject({ go: 0, blocked: 0 })
    }
    await library.client['sorting.undo']({ runId: run.runId })
    await library.sorted()
    expect((await library.client['sorting.run']({ runId: run.runId })).run).toMatchObject({ state: 'undone', kept: 0 })
    expect({ from: rawTree(from), to: rawTree(target) }).toEqual(before)
  },
)

/** Companions are still found by their names where they are now. */
async function expectTogether({ client }: SortedLibrary, runId: number): Promise<void> {
  const { entries } = await client['sorting.run']({ runId, limit: 500 })
  const paths = entries.map(({ toPath }) => toPath)
  const found = findCompanions(paths.map((path) => basename(path)))
  let owner = ''
  for (const { toPath, isCompanion } of entries) {
    if (isCompanion) expect(found.get(owner)).toContain(basename(toPath))
    else owner = basename(toPath)
  }
  expect(entries.filter(({ isCompanion }) => isCompanion).length).toBeGreaterThan(5)
}

test('folders whose names are one, or nothing a disk elsewhere could hold: files go to the nearest name, and come back', async ({
  skip,
}) => {
  if (isForeign !== null) skip(isForeign)
  const { library, from } = await open(writeNames)
  const target = temporaryFolder()
  const before = rawTree(from)
  const plan = await library.client['sorting.plan'](to(target, 'by folder/{folder}', 'move'))
  expect(plan).toMatchObject({ obstacle: null, counts: { files: fileCount, blocked: 0 } })
  const run = await apply(library, plan)
  expect(run).toMatchObject({ state: 'done', failed: 0 })
  const after = rawTree(target)
  const gone = Object.fromEntries(Object.entries(before).filter(([path]) => !isNoText(path)))
  expect(rawFiles(after)).toEqual(rawFiles(gone))
  const folders = await readdir(join(target, 'by folder'))
  expect(new Set(folders.map(foldName)).size).toBe(folders.length)
  expect(folders).toEqual(
    expect.arrayContaining(['-rf', 'ends with a dot', 'ends with a space', 'new_line', 'back_slash', '🏖']),
  )
  // "Trip" and "trip" are one; so are the two spellings of "café folder".
  expect(folders.filter((name) => foldName(name) === 'trip')).toHaveLength(1)
  expect(folders.filter((name) => foldName(name) === `${nfc} folder`)).toHaveLength(1)
  await library.client['sorting.undo']({ runId: run.runId })
  await library.sorted()
  expect({ from: rawTree(from), to: rawTree(target) }).toEqual({ from: before, to: {} })
})

test('on a disk that ignores case, names that differ by case alone count as one', async ({ skip }) => {
  const target = folderIgnoringCase()
  if (target === null) return skip(noFolderIgnoringCase)
  const { library, from } = await open(async (folder) => {
    for (const [index, directory] of ['a', 'b', 'c'].entries()) {
      await mkdir(join(folder, directory))
      await writeFile(join(folder, directory, ['IMG.JPG', 'img.jpg', 'Img.jpg'][index] ?? ''), `content ${index}`)
    }
  })
  await mkdir(join(target, 'all'))
  await writeFile(join(target, 'all/iMG.jPG'), 'was there')
  const before = { from: rawTree(from), to: rawTree(target) }
  const run = await apply(library, await library.client['sorting.plan'](to(target, 'All', 'move')))
  expect(run).toMatchObject({ state: 'done', done: 3, failed: 0 })
  expect((await readdir(join(target, 'ALL'))).map((name) => name.toLowerCase()).toSorted()).toEqual([
    'img (2).jpg',
    'img (3).jpg',
    'img (4).jpg',
    'img.jpg',
  ])
  expect(await readFile(join(target, 'all/img.jpg'), 'utf8')).toBe('was there')
  await library.client['sorting.undo']({ runId: run.runId })
  await library.sorted()
  expect({ from: rawTree(from), to: rawTree(target) }).toEqual(before)
})
