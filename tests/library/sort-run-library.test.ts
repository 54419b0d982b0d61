import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { newRun, openSortedLibrary, writeFiles } from '../fixtures/sort-runs/sorted-library.ts'
import type { SortedLibrary } from '../fixtures/sort-runs/sorted-library.ts'

const files = { 'a.jpg': 'one', 'a.xmp': 'about one', 'clip.mp4': 'film', 'in/b.jpg': 'two' }

async function open(): Promise<{ library: SortedLibrary; dir: string; from: string }> {
  const dir = temporaryFolder()
  const from = join(dir, 'photos')
  await writeFiles(from, files)
  const library = await openSortedLibrary(dir, { trash: async (path) => await rm(path) })
  await library.takeIn(from)
  return { library, dir, from }
}

/** Path, state, photo and whether its content is known, of every file the library lists. */
const known = (library: SortedLibrary) =>
  library.rows().map(({ path, state, photoId, verified, fileId }) => ({ path, state, photoId, verified, fileId }))

const everything = [
  [
    ['a.jpg', 'x/a.jpg'],
    ['a.xmp', 'x/a.xmp'],
  ],
  [['clip.mp4', 'x/clip.mp4']],
  [['in/b.jpg', 'y/b.jpg']],
] as const

test('the library follows a move within its folder and back: nothing is read again, answers stay', async () => {
  const { library, from } = await open()
  const before = known(library)
  const { categories } = await library.client['categories.list']({ includeHidden: true })
  const photoId = before.find(({ path }) => path === join(from, 'a.jpg'))!.photoId!
  await library.client['photos.decide']({
    photoIds: [photoId],
    categoryId: categories.find(({ name }) => name === 'Dog')!.categoryId,
    verdict: 'yes',
  })

  const to = join(from, 'sorted')
  const runId = library.engine.start(await newRun(library, from, to, 'move', everything))
  expect(await library.run(runId)).toMatchObject({ state: 'done' })
  const moved = known(library)
  expect(moved.map(({ path }) => path)).toEqual([join(to, 'x/a.jpg'), join(to, 'x/clip.mp4'), join(to, 'y/b.jpg')])
  const ids = (rows: typeof before) => rows.map(({ path: _path, ...rest }) => rest)
  expect(ids(moved)).toEqual(ids(before))
  await library.scan()
  expect(known(library)).toEqual(moved)
  expect(library.context.store.decision.ofPhoto(photoId)).toMatchObject([{ verdict: 'yes' }])
  expect(library.context.store.sortEntry.sortedFrom(moved.map(({ fileId }) => fileId))).toMatchObject([
    { fromPath: join(from, 'a.jpg'), toPath: join(to, 'x/a.jpg') },
    { fromPath: join(from, 'clip.mp4') },
    { fromPath: join(from, 'in/b.jpg') },
  ])

  library.engine.undo(runId, null)
  await library.run(runId)
  expect(known(library)).toEqual(before)
  await library.scan()
  expect(known(library)).toEqual(before)
})

test('a target outside the library becomes a folder of it with a move, and is none any more after undo', async () => {
  const { library, dir, from } = await open()
  const before = known(library)
  const to = join(dir, 'elsewhere/sorted')
  const runId = library.engine.start(await newRun(library, from, to, 'move', everything))
  await library.run(runId)
  expect(library.context.store.folder.list().map(({ path }) => path)).toContain(to)
  const moved = known(library)
  await library.scan()
  expect(known(library)).toEqual(moved)
  expect(moved.filter(({ state }) => state === 'found' || state === 'missing')).toEqual([])

  library.engine.undo(runId, null)
  await library.run(runId)
  expect(library.context.store.folder.list().map(({ path }) => path)).not.toContain(to)
  expect(known(library)).toEqual(before)
})

test('copies within the library are the same photos, known at once; those outside are no business of it', async () => {
  const { library, dir, from } = await open()
  const before = known(library)
  const photoIds = new Set(before.map(({ photoId }) => photoId))
  const inside = library.engine.start(await newRun(library, from, join(from, 'sorted'), 'copy', everything))
  await library.run(inside)
  const copied = known(library)
  expect(copied.length).toBe(6)
  expect(new Set(copied.map(({ photoId }) => photoId))).toEqual(photoIds)
  await library.scan()
  expect(known(library)).toEqual(copied)
  library.engine.undo(inside, null)
  await library.run(inside)
  expect(known(library)).toEqual(before)

  const outside = join(dir, 'outside')
  await mkdir(outside)
  await library.run(library.engine.start(await newRun(library, from, outside, 'copy', everything)))
  expect(known(library)).toEqual(before)
})

test('a row that a scan wrote at the new path meanwhile is one with the photo that came', async () => {
  const { library, from } = await open()
  const { store } = library.context
  const to = join(from, 'sorted')
  const before = known(library)
  const found = store.photo.insertFound(0)
  store.file.insert({
    folderId: library.rows()[0]!.folderId,
    relativePath: 'sorted/x/a.jpg',
    sizeBytes: 3,
    mtimeMs: 1,
    photoId: found,
    state: 'found',
    failureCode: null,
  })
  const runId = library.engine.start(await newRun(library, from, to, 'move', everything))
  expect(await library.run(runId)).toMatchObject({ state: 'done' })
  expect(known(library).map(({ fileId }) => fileId)).toEqual(before.map(({ fileId }) => fileId))
  expect(store.photo.contentHash(found)).toBe(null)
  expect(store.photoColumns.exists(found)).toBe(false)
})

test('a scan that is under way is put off until the run has ended', async () => {
  const { library, from } = await open()
  const release = await library.scanner.hold()
  const rows = known(library)
  await writeFiles(from, { 'new.jpg': 'new' })
  library.scanner.scan(library.rows()[0]!.folderId)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(known(library)).toEqual(rows)
  expect(library.scanner.isBusy).toBe(true)
  release()
  await library.scan()
  expect(known(library).length).toBe(rows.length + 1)
})

test('a scan that is under way when files begin to move is stopped, and done afterwards', async () => {
  const { library, from } = await open()
  const names = Array.from({ length: 1200 }, (_, i) => `many/${i}.jpg`)
  await writeFiles(from, Object.fromEntries(names.map((name) => [name, name])))
  library.scanner.scan(library.rows()[0]!.folderId)
  const release = await library.scanner.hold()
  const before = known(library)
  expect(before.length).toBeLessThan(names.length)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(known(library)).toEqual(before)
  release()
  await library.scan()
  expect(known(library).length).toBe(names.length + 3)
})
