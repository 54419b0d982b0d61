import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Tagger } from '../../src/library/context.ts'
import { openContext } from '../../src/library/open-context.ts'
import { openIndexing } from '../../src/library/open-indexing.ts'
import { smallPhoto, writeSmallPhotos } from '../fixtures/images/small-photos.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import type { TestLibrary } from '../fixtures/library/test-library.ts'
import { eventually, openTestLibrary, testSurroundings } from '../fixtures/library/test-library.ts'

const states = ({ query }: TestLibrary): Record<string, string> =>
  Object.fromEntries(
    query<{ path: string; state: string }>('SELECT relative_path AS path, state FROM file ORDER BY path').map(
      ({ path, state }) => [path, state],
    ),
  )

const statusOf = async ({ client }: TestLibrary) => (await client['folders.list']({})).folders[0]!

test('new, renamed, moved and deleted files and folders are noticed by themselves', { timeout: 120_000 }, async () => {
  const folder = temporaryFolder()
  const outside = temporaryFolder()
  await writeSmallPhotos(folder, ['a.jpg', 'sub/b.jpg'])
  await writeSmallPhotos(outside, ['album/x.jpg', 'album/deep/y.jpg'], 50)
  const opened = await openTestLibrary(temporaryFolder())
  await opened.client['folders.add']({ paths: [folder] })
  await opened.library.settled()
  const photoOf = (path: string) =>
    opened.query<{ id: number }>(`SELECT photo_id AS id FROM file WHERE relative_path = '${path}'`)[0]?.id
  const becomes = (expected: Record<string, string>) =>
    eventually(() => JSON.stringify(states(opened)) === JSON.stringify(expected), 30_000).catch(() =>
      expect(states(opened)).toEqual(expected),
    )
  const photo = photoOf('sub/b.jpg')

  await writeFile(join(folder, 'new.jpg'), await smallPhoto(99))
  await becomes({ 'a.jpg': 'ready', 'new.jpg': 'ready', 'sub/b.jpg': 'ready' })
  await rename(join(folder, 'sub'), join(folder, 'renamed'))
  await becomes({ 'a.jpg': 'ready', 'new.jpg': 'ready', 'renamed/b.jpg': 'ready' })
  expect(photoOf('renamed/b.jpg')).toBe(photo)
  await rename(join(outside, 'album'), join(folder, 'renamed/album'))
  await becomes({
    'a.jpg': 'ready',
    'new.jpg': 'ready',
    'renamed/album/deep/y.jpg': 'ready',
    'renamed/album/x.jpg': 'ready',
    'renamed/b.jpg': 'ready',
  })
  await rm(join(folder, 'renamed'), { recursive: true })
  await rm(join(folder, 'a.jpg'))
  await becomes({
    'a.jpg': 'missing',
    'new.jpg': 'ready',
    'renamed/album/deep/y.jpg': 'missing',
    'renamed/album/x.jpg': 'missing',
    'renamed/b.jpg': 'missing',
  })
  expect(opened.complaints).toEqual([])
})

test('what changed while closed is found at the next start', async () => {
  const folder = temporaryFolder()
  const dataDir = temporaryFolder()
  await writeSmallPhotos(folder, ['a.jpg', 'b.jpg'])
  const first = await openTestLibrary(dataDir)
  await first.client['folders.add']({ paths: [folder] })
  await first.library.settled()
  await first.close()
  await rm(join(folder, 'a.jpg'))
  await mkdir(join(folder, 'c'))
  await rename(join(folder, 'b.jpg'), join(folder, 'c/b.jpg'))
  await writeFile(join(folder, 'd.jpg'), await smallPhoto(7))

  const second = await openTestLibrary(dataDir)
  await eventually(() => states(second)['d.jpg'] === 'ready' && states(second)['a.jpg'] === 'missing')
  expect(states(second)).toEqual({ 'a.jpg': 'missing', 'c/b.jpg': 'ready', 'd.jpg': 'ready' })
})

test(
  'a drive that goes away is offline with all its photos, and comes back by itself',
  { timeout: 120_000 },
  async () => {
    const place = temporaryFolder()
    const drive = join(place, 'drive')
    await writeSmallPhotos(drive, ['a.jpg', 'sub/b.jpg'])
    const dataDir = temporaryFolder()
    const opened = await openTestLibrary(dataDir)
    await opened.client['folders.add']({ paths: [drive] })
    await opened.library.settled()
    const before = opened.query('SELECT * FROM file')

    await rename(drive, join(place, 'unplugged'))
    await eventually(async () => (await statusOf(opened)).status === 'offline')
    expect(opened.query('SELECT * FROM file')).toEqual(before)
    expect(await statusOf(opened)).toMatchObject({ photoCount: 2, notice: expect.stringContaining('not there now') })
    expect((await opened.client['photos.list']({})).total).toBe(2)
    await opened.close()

    // Closed and opened without it, it is still offline; mounted but empty too.
    const second = await openTestLibrary(dataDir)
    await eventually(async () => (await statusOf(second)).status === 'offline')
    await mkdir(drive)
    await second.client['folders.rescan']({})
    await eventually(async () => (await statusOf(second)).notice?.includes('empty now'))
    expect(second.query('SELECT * FROM file')).toEqual(before)

    await rm(drive, { recursive: true })
    await rename(join(place, 'unplugged'), drive)
    await writeFile(join(drive, 'c.jpg'), await smallPhoto(3))
    await eventually(() => states(second)['c.jpg'] === 'ready', 40_000)
    expect((await statusOf(second)).status).toBe('ready')
    expect(states(second)).toEqual({ 'a.jpg': 'ready', 'c.jpg': 'ready', 'sub/b.jpg': 'ready' })
  },
)

test('where watching fails, the folder is asked now and then, and the person is told', async () => {
  const folder = temporaryFolder()
  await writeSmallPhotos(folder, ['a.jpg'])
  const dataDir = temporaryFolder()
  const { context, close } = openContext(testSurroundings(dataDir), 'write')
  const noTags: Tagger = { isServing: () => true, add() {}, carryDecisions() {}, mergePhoto() {}, async settle() {} }
  const watching = {
    watch: () => Promise.reject(new Error('inotify_add_watch on this folder failed: No space left on device')),
    times: { presenceMs: 100, pollMs: 300, slowPollMs: 1_000_000 },
  }
  const indexing = openIndexing(context, noTags, watching)
  onTestFinished(async () => {
    await indexing.close()
    await close()
  })
  indexing.start()
  await indexing.handlers['folders.add']({ paths: [folder] }, new AbortController().signal)
  await writeFile(join(folder, 'b.jpg'), await smallPhoto(5))
  await eventually(() => context.store.work.counts().done === 2)
  await eventually(() => context.store.folder.list()[0]?.status === 'ready')
  expect(context.store.folder.list()[0]?.notice).toMatch(/after a minute.*max_user_watches/)
})
