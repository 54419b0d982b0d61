import { mkdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { smallPhoto, writeSmallPhotos } from '../fixtures/images/small-photos.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import type { TestLibrary } from '../fixtures/library/test-library.ts'
import { openTestLibrary } from '../fixtures/library/test-library.ts'

interface FileRow {
  readonly path: string
  readonly state: string
  readonly photoId: number | null
}

const files = ({ query }: TestLibrary): readonly FileRow[] =>
  query('SELECT relative_path AS path, state, photo_id AS photoId FROM file ORDER BY path')

const paths = (opened: TestLibrary, state: string): readonly string[] =>
  files(opened).flatMap((file) => (file.state === state ? [file.path] : []))

/** Scans again and waits for the end of it. */
async function rescan({ client, library }: TestLibrary): Promise<void> {
  await client['folders.rescan']({})
  await library.settled()
}

test('a folder in all its depth, without copies and rubbish, with every script and both normal forms', async () => {
  const folder = temporaryFolder()
  const wanted = [
    'a.jpg',
    'caf\u00e9.jpg',
    'cafe\u0301.jpg',
    'Ferien/Öland/b.JPEG',
    'photos with spaces & "quotes"/c.jpg',
    'מסמך/תמונה.jpg',
    '写真/二〇二四年/📷.jpg',
    `${'deep/'.repeat(100)}d.jpg`,
  ]
  const unwanted = [
    '@eaDir/x.jpg',
    '.git/x.jpg',
    'node_modules/x/x.jpg',
    '._a.jpg',
    'My.photoslibrary/x.jpg',
    'notes.txt',
  ]
  await writeSmallPhotos(folder, [...wanted, ...unwanted])
  await writeFile(join(folder, 'IMG_1.HEIC'), 'heic')
  await writeFile(join(folder, 'Ferien/clip.mp4'), 'mp4')
  await writeFile(join(folder, 'Ferien/clip2.MP4'), 'mp4')

  const opened = await openTestLibrary(temporaryFolder())
  const { added } = await opened.client['folders.add']({ paths: [folder] })
  await opened.library.settled()

  expect(added).toMatchObject([{ path: folder }])
  expect(paths(opened, 'ready').toSorted()).toEqual(wanted.toSorted())
  const { folders } = await opened.client['folders.list']({})
  expect(folders[0]).toMatchObject({
    status: 'ready',
    photoCount: wanted.length,
    notReadYet: { heic: 1, mp4: 2 },
    notice: null,
  })
  expect(folders[0]!.subfolders.slice(0, 3)).toEqual([
    { path: 'Ferien', photoCount: 1 },
    { path: 'Ferien/Öland', photoCount: 1 },
    { path: 'deep', photoCount: 1 },
  ])
  expect(opened.complaints).toEqual([])
})

test('links to folders are followed once, and loops end', async () => {
  const folder = temporaryFolder()
  const outside = temporaryFolder()
  await writeSmallPhotos(folder, ['here/a.jpg', 'b.jpg'])
  await writeSmallPhotos(outside, ['c.jpg', 'inner/d.jpg'], 10)
  await symlink(folder, join(folder, 'here/loop'))
  await symlink(join(folder, 'here'), join(folder, 'again'))
  await symlink('/', join(folder, 'everything'))
  await symlink(outside, join(folder, 'link 1'))
  await symlink(outside, join(folder, 'link 2'))
  await symlink(join(outside, 'inner'), join(folder, 'link 0'))
  await symlink(join(folder, 'nowhere.jpg'), join(folder, 'dangling.jpg'))
  await symlink(join(outside, 'c.jpg'), join(folder, 'file.jpg'))
  await symlink('self.jpg', join(folder, 'self.jpg'))

  const opened = await openTestLibrary(temporaryFolder())
  await opened.client['folders.add']({ paths: [folder] })
  await opened.library.settled()
  expect(paths(opened, 'ready')).toEqual(['b.jpg', 'file.jpg', 'here/a.jpg', 'link 0/d.jpg', 'link 1/c.jpg'])
})

test('what is gone is kept as missing, and what comes back is as it was', async () => {
  const folder = temporaryFolder()
  const aside = temporaryFolder()
  await writeSmallPhotos(folder, ['a.jpg', 'sub/b.jpg', 'sub/c.jpg'])
  const opened = await openTestLibrary(temporaryFolder())
  await opened.client['folders.add']({ paths: [folder] })
  await opened.library.settled()
  const before = files(opened)

  await rename(join(folder, 'sub'), join(aside, 'sub'))
  await rescan(opened)
  expect(files(opened).map(({ state }) => state)).toEqual(['ready', 'missing', 'missing'])
  await rename(join(aside, 'sub'), join(folder, 'sub'))
  await rescan(opened)
  expect(files(opened)).toEqual(before)
})

test('a moved or renamed file keeps its photo, recognised by its times or by its content', async () => {
  const folder = temporaryFolder()
  const aside = temporaryFolder()
  await writeSmallPhotos(folder, ['a.jpg', 'b.jpg', 'c.jpg'])
  const opened = await openTestLibrary(temporaryFolder())
  await opened.client['folders.add']({ paths: [folder] })
  await opened.library.settled()
  const photoOf = new Map(files(opened).map(({ path, photoId }) => [path, photoId]))

  await mkdir(join(folder, 'moved'))
  await rename(join(folder, 'a.jpg'), join(folder, 'moved/renamed.jpg'))
  // A copy with a time of whole seconds, as an archive or a FAT drive gives it: only its content tells.
  await rename(join(folder, 'b.jpg'), join(aside, 'b.jpg'))
  await writeFile(join(folder, 'moved/b.jpg'), await smallPhoto(1))
  await utimes(join(folder, 'moved/b.jpg'), 1000, 1000)
  // A second copy is a second file of the same photo.
  await writeFile(join(folder, 'c copy.jpg'), await smallPhoto(2))
  await rescan(opened)

  expect(files(opened)).toEqual([
    { path: 'c copy.jpg', state: 'ready', photoId: photoOf.get('c.jpg') },
    { path: 'c.jpg', state: 'ready', photoId: photoOf.get('c.jpg') },
    { path: 'moved/b.jpg', state: 'ready', photoId: photoOf.get('b.jpg') },
    { path: 'moved/renamed.jpg', state: 'ready', photoId: photoOf.get('a.jpg') },
  ])
  expect(opened.query('SELECT id FROM photo')).toHaveLength(3)
})

test('folders within folders: the inner is already in, the outer takes the inner in with all that is known', async () => {
  const outer = temporaryFolder()
  await writeSmallPhotos(outer, ['x.jpg', 'inner/a.jpg', 'inner/deep/b.jpg'])
  const opened = await openTestLibrary(temporaryFolder())
  const { client, library } = opened
  await client['folders.add']({ paths: [join(outer, 'inner')] })
  await library.settled()
  const inner = files(opened)
  const embeddings = opened.query('SELECT photo_id FROM embedding')

  const again = await client['folders.add']({ paths: [join(outer, 'inner/deep'), join(outer, 'inner')] })
  expect(again).toMatchObject({
    added: [],
    alreadyIn: [{ path: join(outer, 'inner') }, { path: join(outer, 'inner') }],
  })
  await client['folders.add']({ paths: [outer] })
  await library.settled()
  expect(files(opened)).toEqual([
    ...inner.map((file) => ({ ...file, path: `inner/${file.path}` })),
    { path: 'x.jpg', state: 'ready', photoId: expect.any(Number) },
  ])
  expect(opened.query('SELECT photo_id FROM embedding')).toHaveLength(embeddings.length + 1)
  const { folders } = await client['folders.list']({})
  expect(folders.map(({ path }) => path)).toEqual([outer])
})

test('what is no folder is refused with a reason', async () => {
  const folder = temporaryFolder()
  const dataDir = temporaryFolder()
  await writeSmallPhotos(folder, ['a.jpg'])
  const { client } = await openTestLibrary(dataDir)
  const given = ['relative/path', join(folder, 'nowhere'), join(folder, 'a.jpg'), dataDir, join(dataDir, 'cache')]
  await mkdir(join(dataDir, 'cache'), { recursive: true })
  const { refused, added } = await client['folders.add']({ paths: given })
  expect(added).toEqual([])
  expect(refused.map(({ path }) => path)).toEqual(given)
  for (const { reason } of refused) expect(reason).toMatch(/^.+\. .+\.$/)
})

test('the library’s own folder inside a folder of photos is not photographed', async () => {
  const folder = temporaryFolder()
  await writeSmallPhotos(folder, ['a.jpg'])
  const opened = await openTestLibrary(join(folder, 'Winnow data'))
  await opened.client['folders.add']({ paths: [folder] })
  await opened.library.settled()
  await rescan(opened)
  await new Promise((resolve) => setTimeout(resolve, 1500))
  await opened.library.settled()
  expect(paths(opened, 'ready')).toEqual(['a.jpg'])
})

test('a removed folder is gone, and undo brings it back without reading anything again', async () => {
  const folder = temporaryFolder()
  await writeSmallPhotos(folder, ['a.jpg', 'b.jpg'])
  const opened = await openTestLibrary(temporaryFolder())
  const { client, library } = opened
  const { added } = await client['folders.add']({ paths: [folder] })
  await library.settled()
  const before = files(opened)

  await client['folders.remove']({ folderId: added[0]!.folderId })
  expect((await client['folders.list']({})).folders).toEqual([])
  expect((await client['photos.list']({})).total).toBe(0)
  expect((await client['indexing.progress']({})).total).toBe(0)
  await rm(join(folder, 'b.jpg'))

  await client['history.undo']({})
  await library.settled()
  expect(files(opened)).toEqual([before[0], { ...before[1], state: 'missing' }])
  expect((await client['photos.list']({})).total).toBe(1)
})

test('usual places are suggested until they are in', async () => {
  const home = temporaryFolder()
  await mkdir(join(home, 'Pictures'))
  await mkdir(join(home, 'Desktop'))
  const places = ['Pictures', 'Desktop', 'Nowhere'].map((name) => ({ path: join(home, name), label: name }))
  const { client } = await openTestLibrary(temporaryFolder(), { places: async () => places })
  expect((await client['folders.suggest']({})).places.map(({ label }) => label)).toEqual(['Pictures', 'Desktop'])
  await client['folders.add']({ paths: [join(home, 'Pictures')] })
  expect((await client['folders.suggest']({})).places.map(({ label }) => label)).toEqual(['Desktop'])
})
