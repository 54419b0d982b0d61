import { mkdir, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { contentsOf, newRun, openSortedLibrary, treeOf, writeFiles } from '../fixtures/sort-runs/sorted-library.ts'
import type { SortedLibrary } from '../fixtures/sort-runs/sorted-library.ts'

interface Bench {
  readonly library: SortedLibrary
  readonly from: string
  readonly to: string
}

/** A library with these files in a folder of it, and a target beside it. */
async function bench(files: Readonly<Record<string, string>>): Promise<Bench> {
  const dir = temporaryFolder()
  const from = join(dir, 'photos')
  const to = join(dir, 'sorted')
  await mkdir(to)
  await writeFiles(from, files)
  const library = await openSortedLibrary(dir, { trash: async (path) => await rm(path) })
  await library.takeIn(from)
  return { library, from, to }
}

const twoPhotos = { 'a.jpg': 'one', 'in/b.jpg': 'two' }
const twoWishes = [[['a.jpg', 'x/a.jpg']], [['in/b.jpg', 'x/y/c.jpg']]] as const

test('a move puts files in their places, and undo brings everything back', async () => {
  const { library, from, to } = await bench(twoPhotos)
  const before = await treeOf(from)
  const runId = library.engine.start(await newRun(library, from, to, 'move', twoWishes))
  expect(await library.run(runId)).toMatchObject({ state: 'done', notice: null })
  expect(await contentsOf(from)).toEqual({})
  expect(await contentsOf(to)).toEqual({ 'x/a.jpg': 'one', 'x/y/c.jpg': 'two' })
  expect(library.context.store.sortDirectory.list(runId, 'left')).toEqual([join(from, 'in'), from])

  library.engine.undo(runId, null)
  expect(await library.run(runId)).toMatchObject({ state: 'undone' })
  expect(await treeOf(from)).toEqual(before)
  expect([...(await treeOf(to)).keys()]).toEqual([])

  library.engine.redo(runId)
  expect(await library.run(runId)).toMatchObject({ state: 'done' })
  expect(await contentsOf(to)).toEqual({ 'x/a.jpg': 'one', 'x/y/c.jpg': 'two' })
})

test.each(['copy', 'link'] as const)('a %s leaves the originals, and undo takes away what it made', async (action) => {
  const { library, from, to } = await bench(twoPhotos)
  const before = await treeOf(from)
  const runId = library.engine.start(await newRun(library, from, to, action, twoWishes))
  expect(await library.run(runId)).toMatchObject({ state: 'done' })
  expect(await treeOf(from)).toEqual(before)
  expect(await contentsOf(to)).toEqual({ 'x/a.jpg': 'one', 'x/y/c.jpg': 'two' })
  library.engine.undo(runId, null)
  expect(await library.run(runId)).toMatchObject({ state: 'undone' })
  expect(await treeOf(from)).toEqual(before)
  expect([...(await treeOf(to)).keys()]).toEqual([])
})

test('files of a group stay together: if one can’t go, none goes', async () => {
  const { library, from, to } = await bench({ 'a.jpg': 'one', 'a.xmp': 'about', 'b.jpg': 'two', 'b.xmp': 'about two' })
  const run = await newRun(library, from, to, 'move', [
    [
      ['a.jpg', 'x/a.jpg'],
      ['a.xmp', 'x/a.xmp'],
    ],
    [
      ['b.jpg', 'x/b.jpg'],
      ['b.xmp', 'x/b.xmp'],
    ],
  ])
  await writeFiles(to, { 'x/a.xmp': 'another' })
  const before = await treeOf(from)
  const { state, entries } = await library.run(library.engine.start(run))
  expect(state).toBe('done')
  expect(entries.map((entry) => entry.state)).toEqual(['failed', 'failed', 'done', 'done'])
  expect(entries[0]!.reason).toBe(`The name “a.xmp” is in use in ${join(to, 'x')} now. Plan again.`)
  expect(await contentsOf(to)).toEqual({ 'x/a.xmp': 'another', 'x/b.jpg': 'two', 'x/b.xmp': 'about two' })
  expect((await treeOf(from)).get('a.jpg')).toEqual(before.get('a.jpg'))
})

test('what changed, vanished or became a link since it was planned is left alone, and the others go', async () => {
  const names = ['changed.jpg', 'touched.jpg', 'gone.jpg', 'link.jpg', 'other.jpg', 'good.jpg']
  const { library, from, to } = await bench(Object.fromEntries(names.map((name) => [name, `it is ${name}`])))
  const wishes = names.map((name) => [[name, name] as const])
  const run = await newRun(library, from, to, 'move', wishes)
  await writeFile(join(from, 'changed.jpg'), 'longer than it was before')
  await utimes(join(from, 'touched.jpg'), 1, 1)
  await rm(join(from, 'gone.jpg'))
  await rm(join(from, 'link.jpg'))
  await symlink(join(from, 'good.jpg'), join(from, 'link.jpg'))
  await rm(join(from, 'other.jpg'))
  await mkdir(join(from, 'other.jpg'))
  const { entries } = await library.run(library.engine.start(run))
  expect(entries.map((entry) => entry.reason)).toEqual([
    '“changed.jpg” has changed since.',
    '“touched.jpg” has changed since.',
    `“gone.jpg” is not in ${from} any more.`,
    '“link.jpg” is a link now.',
    '“other.jpg” is no file any more.',
    null,
  ])
  expect(await contentsOf(to)).toEqual({ 'good.jpg': 'it is good.jpg' })
})

test('a copy of other content than Winnow knows is not kept', async () => {
  const { library, from, to } = await bench({ 'a.jpg': 'one' })
  const run = await newRun(library, from, to, 'copy', [[['a.jpg', 'a.jpg']]])
  const entries = run.entries.map((entry) => ({ ...entry, contentHash: 'f'.repeat(32) }))
  const seen = await library.run(library.engine.start({ ...run, entries }))
  expect(seen.entries[0]).toMatchObject({ state: 'failed', reason: '“a.jpg” has other content than Winnow knows.' })
  expect(await contentsOf(to)).toEqual({})
})

test('nothing is put behind a link that leads out of the target, nor where a file stands', async () => {
  const { library, from, to } = await bench({ 'a.jpg': 'one', 'b.jpg': 'two', 'c.jpg': 'three' })
  const outside = temporaryFolder()
  await symlink(outside, join(to, 'out'))
  await mkdir(join(to, 'inside'))
  await symlink(join(to, 'inside'), join(to, 'in'))
  await writeFile(join(to, 'file'), 'in the way')
  const run = await newRun(library, from, to, 'move', [
    [['a.jpg', 'out/deep/a.jpg']],
    [['b.jpg', 'file/b.jpg']],
    [['c.jpg', 'in/c.jpg']],
  ])
  const { entries } = await library.run(library.engine.start(run))
  expect(entries.map((entry) => entry.reason)).toEqual([
    `The folder ${join(to, 'out')} is a link that leads out of ${to}.`,
    `A file stands where the folder ${join(to, 'file')} is needed.`,
    null,
  ])
  expect(await contentsOf(outside)).toEqual({})
  expect(await contentsOf(join(to, 'inside'))).toEqual({ 'c.jpg': 'three' })
})

test('undo keeps what has changed since with its companions, and takes back the rest', async () => {
  const { library, from, to } = await bench({ 'a.jpg': 'one', 'a.xmp': 'about', 'b.jpg': 'two', 'c.jpg': 'three' })
  const runId = library.engine.start(
    await newRun(library, from, to, 'move', [
      [
        ['a.jpg', 'x/a.jpg'],
        ['a.xmp', 'x/a.xmp'],
      ],
      [['b.jpg', 'x/b.jpg']],
      [['c.jpg', 'c.jpg']],
    ]),
  )
  await library.run(runId)
  await writeFile(join(to, 'x/a.xmp'), 'edited after it was sorted')
  await writeFiles(from, { 'c.jpg': 'a new file of that name' })
  library.engine.undo(runId, null)
  const { state, entries } = await library.run(runId)
  expect(state).toBe('undone')
  expect(entries.map((entry) => [entry.state, entry.reason])).toEqual([
    ['kept', '“a.xmp” has changed since.'],
    ['kept', '“a.xmp” has changed since.'],
    ['undone', null],
    ['kept', `The name “c.jpg” is in use in ${from} now. Move that away, then undo again.`],
  ])
  expect(await contentsOf(from)).toEqual({ 'b.jpg': 'two', 'c.jpg': 'a new file of that name' })
  expect(await contentsOf(to)).toEqual({ 'c.jpg': 'three', 'x/a.jpg': 'one', 'x/a.xmp': 'edited after it was sorted' })

  await rm(join(from, 'c.jpg'))
  library.engine.undo(runId, null)
  expect((await library.run(runId)).entries.at(-1)).toMatchObject({ state: 'undone', reason: null })
})

test('undo of some files takes their companions along and leaves the rest', async () => {
  const { library, from, to } = await bench({ 'a.jpg': 'one', 'a.xmp': 'about', 'b.jpg': 'two' })
  const runId = library.engine.start(
    await newRun(library, from, to, 'move', [
      [
        ['a.jpg', 'x/a.jpg'],
        ['a.xmp', 'x/a.xmp'],
      ],
      [['b.jpg', 'y/b.jpg']],
    ]),
  )
  await library.run(runId)
  const [, companion] = library.context.store.sortEntry.page(runId, null, 0, 10)
  library.engine.undo(runId, [companion!.entryId])
  expect(await library.run(runId)).toMatchObject({ state: 'done' })
  expect(await contentsOf(from)).toEqual({ 'a.jpg': 'one', 'a.xmp': 'about' })
  expect([...(await treeOf(to)).keys()]).toEqual(['y', 'y/b.jpg'])
})

test('a copy stays where undo can’t be sure of the original, or has no trash', async () => {
  const { library, from, to } = await bench({ 'a.jpg': 'one', 'b.jpg': 'two', 'c.jpg': 'three' })
  const names = ['a.jpg', 'b.jpg', 'c.jpg'].map((name) => [[name, name] as const])
  const runId = library.engine.start(await newRun(library, from, to, 'copy', names))
  await library.run(runId)
  await rm(join(from, 'a.jpg'))
  await writeFile(join(from, 'b.jpg'), 'TWO')
  library.engine.undo(runId, null)
  expect((await library.run(runId)).entries.map((entry) => entry.reason)).toEqual([
    `The original of “a.jpg” is not in ${from} any more.`,
    'The original of “b.jpg” has changed since.',
    null,
  ])
  expect(await contentsOf(to)).toEqual({ 'a.jpg': 'one', 'b.jpg': 'two' })
})

test('undo after the library was closed and opened again', async () => {
  const { library, from, to } = await bench(twoPhotos)
  const before = await treeOf(from)
  const runId = library.engine.start(await newRun(library, from, to, 'move', twoWishes))
  await library.run(runId)
  await library.close()
  const again = await openSortedLibrary(dirname(from))
  await again.engine.recover()
  again.engine.undo(runId, null)
  expect(await again.run(runId)).toMatchObject({ state: 'undone' })
  expect(await treeOf(from)).toEqual(before)
})

test('one run at a time; what is not there can’t be undone', async () => {
  const { library, from, to } = await bench(twoPhotos)
  const run = await newRun(library, from, to, 'move', twoWishes)
  const runId = library.engine.start(run)
  expect(() => library.engine.start(run)).toThrow('being sorted already')
  expect(() => library.engine.undo(runId, null)).toThrow('being sorted already')
  await library.run(runId)
  expect(() => library.engine.undo(runId + 1, null)).toThrow('no such run')
})

test('groups stay whole over the borders of batches, and one larger than a batch too', async () => {
  const groupSizes = [3, ...Array.from({ length: 90 }, () => 3), 260, 1]
  const wishes = groupSizes.map((size, group) =>
    Array.from({ length: size }, (_, i) => [`${group}-${i}.jpg`, `${group % 7}/${group}-${i}.jpg`] as const),
  )
  const { library, from, to } = await bench(Object.fromEntries(wishes.flat().map(([name]) => [name, name])))
  const before = await treeOf(from)
  // One that can't go in a group at the border of the first batch.
  const run = await newRun(library, from, to, 'move', wishes)
  await writeFiles(to, { '1/85-2.jpg': 'another' })
  const runId = library.engine.start(run)
  const { state, entries } = await library.run(runId)
  expect(state).toBe('done')
  expect(entries.filter((entry) => entry.state === 'failed').length).toBe(3)
  expect(entries.filter((entry) => entry.state === 'done').length).toBe(wishes.flat().length - 3)
  expect(Object.keys(await contentsOf(from))).toEqual(['85-0.jpg', '85-1.jpg', '85-2.jpg'])
  library.engine.undo(runId, null)
  await library.run(runId)
  expect(await treeOf(from)).toEqual(before)
  expect(await contentsOf(to)).toEqual({ '1/85-2.jpg': 'another' })
})
