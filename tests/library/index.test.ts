import { existsSync } from 'node:fs'
import { copyFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { drawNoise } from '../fixtures/images/draw-images.ts'
import { smallPhoto, writeSmallPhotos } from '../fixtures/images/small-photos.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import type { TestLibrary } from '../fixtures/library/test-library.ts'
import { eventually, openTestLibrary, rootDir } from '../fixtures/library/test-library.ts'
import { tinyStarter } from '../fixtures/models/tiny-starter.ts'

const photoOf = ({ query }: TestLibrary, path: string): number =>
  query<{ id: number }>(`SELECT photo_id AS id FROM file WHERE relative_path = '${path}'`)[0]!.id

const verdicts = ({ query }: TestLibrary, photoId: number): readonly string[] =>
  query<{ verdict: string }>(`SELECT verdict FROM decision WHERE photo_id = ${photoId} ORDER BY id`).map(
    (row) => row.verdict,
  )

async function rescan({ client, library }: TestLibrary): Promise<void> {
  await client['folders.rescan']({})
  await library.settled()
}

test('every photo gets its hash, facts, thumbnail and embedding, and copies are one photo', async () => {
  const folder = temporaryFolder()
  await writeSmallPhotos(
    folder,
    Array.from({ length: 60 }, (_, i) => `${i % 3}/photo ${i}.jpg`),
  )
  await copyFile(join(folder, '0/photo 0.jpg'), join(folder, 'copy.jpg'))
  const dataDir = temporaryFolder()
  const opened = await openTestLibrary(dataDir)
  const heard: string[] = []
  opened.library.onEvent((name) => heard.push(name))
  await opened.client['folders.add']({ paths: [folder] })
  await opened.library.settled()

  const photos = opened.query<{ hash: string; width: number; height: number; version: number; bytes: number }>(
    `SELECT content_hash AS hash, width_px AS width, height_px AS height, thumbnail_version AS version,
       length(vector) AS bytes FROM photo JOIN embedding ON photo_id = photo.id`,
  )
  expect(photos).toHaveLength(60)
  for (const { hash, width, height, version, bytes } of photos) {
    expect([width, version, bytes]).toEqual([96, 1, 768 * 2])
    expect(height).toBeGreaterThanOrEqual(64)
    expect(existsSync(join(dataDir, 'cache/thumbs/v1', hash.slice(0, 2), `${hash}.webp`))).toBe(true)
  }
  expect(opened.query("SELECT 1 FROM file WHERE state = 'ready'")).toHaveLength(61)
  expect(await opened.client['indexing.progress']({})).toMatchObject({
    state: 'idle',
    stage: 'none',
    done: 61,
    total: 61,
    problemCount: 0,
    notice: null,
  })
  expect(new Set(heard)).toEqual(
    new Set(['folders.changed', 'photos.changed', 'progress.changed', 'history.changed', 'categories.changed']),
  )
  expect(opened.complaints).toEqual([])
})

test('edited in place, a photo takes its answers along; taken back, it has them still', async () => {
  const folder = temporaryFolder()
  await writeSmallPhotos(folder, ['a.jpg', 'b.jpg'])
  const opened = await openTestLibrary(temporaryFolder())
  const { client, library } = opened
  await client['folders.add']({ paths: [folder] })
  await library.settled()
  const original = photoOf(opened, 'a.jpg')
  const other = photoOf(opened, 'b.jpg')
  const { category } = await client['categories.create']({ draft: { name: 'Blue things' } })
  await client['photos.decide']({ photoIds: [original, other], categoryId: category.categoryId, verdict: 'yes' })

  await writeFile(join(folder, 'a.jpg'), await smallPhoto(100))
  await rescan(opened)
  const edited = photoOf(opened, 'a.jpg')
  expect(edited).not.toBe(original)
  expect(verdicts(opened, edited)).toEqual(['yes'])

  await writeFile(join(folder, 'a.jpg'), await smallPhoto(0))
  await rescan(opened)
  expect(photoOf(opened, 'a.jpg')).toBe(original)
  expect(verdicts(opened, original).at(-1)).toBe('yes')

  // Another file in its place is no edit.
  await rm(join(folder, 'a.jpg'))
  await copyFile(join(folder, 'b.jpg'), join(folder, 'a.jpg'))
  await rescan(opened)
  expect(photoOf(opened, 'a.jpg')).toBe(other)
  expect(verdicts(opened, other)).toEqual(['yes'])
})

test('a new time alone changes nothing', async () => {
  const folder = temporaryFolder()
  await writeSmallPhotos(folder, ['a.jpg'])
  const opened = await openTestLibrary(temporaryFolder())
  await opened.client['folders.add']({ paths: [folder] })
  await opened.library.settled()
  const before = opened.query('SELECT * FROM photo')
  await utimes(join(folder, 'a.jpg'), new Date(), new Date())
  await rescan(opened)
  expect(opened.query('SELECT * FROM photo')).toEqual(before)
})

test('files that are no photos are listed with reasons, the rest is indexed, and a mended one is read', async () => {
  const folder = temporaryFolder()
  await writeSmallPhotos(folder, ['good.jpg', 'cut.jpg'])
  await writeFile(join(folder, 'empty.jpg'), '')
  await writeFile(join(folder, 'text.png'), 'This is not a picture.\n'.repeat(50))
  const noise = await drawNoise(400, 300).jpeg().toBuffer()
  await writeFile(join(folder, 'cut.jpg'), noise.subarray(0, 700))
  const opened = await openTestLibrary(temporaryFolder())
  const { client, library } = opened
  await client['folders.add']({ paths: [folder] })
  await library.settled()

  const { problems, total } = await client['problems.list']({})
  expect(total).toBe(3)
  expect(problems.map(({ name }) => name).toSorted()).toEqual(['cut.jpg', 'empty.jpg', 'text.png'])
  for (const { reason, path, name } of problems) {
    expect(path).toBe(join(folder, name))
    expect(reason).toContain(name)
  }
  expect(await client['indexing.progress']({})).toMatchObject({ state: 'idle', done: 4, total: 4, problemCount: 3 })
  expect((await client['photos.list']({})).total).toBe(1)

  await client['problems.retry']({ fileIds: [problems[0]!.fileId] })
  await library.settled()
  expect((await client['problems.list']({})).total).toBe(3)
  await writeFile(join(folder, 'cut.jpg'), noise)
  await rescan(opened)
  expect((await client['problems.list']({})).problems.map(({ name }) => name)).not.toContain('cut.jpg')
  expect((await client['photos.list']({})).total).toBe(2)
})

test('a pause holds over a restart, and nothing is read twice', async () => {
  const folder = temporaryFolder()
  await writeSmallPhotos(
    folder,
    Array.from({ length: 300 }, (_, i) => `${i}.jpg`),
  )
  const dataDir = temporaryFolder()
  const first = await openTestLibrary(dataDir)
  await first.client['folders.add']({ paths: [folder] })
  await eventually(async () => (await first.client['indexing.progress']({})).done > 30)
  await first.client['indexing.pause']({})
  await first.close()
  const read = first.query<{ id: number }>("SELECT id FROM file WHERE state = 'ready'")
  expect(read.length).toBeLessThan(300)

  const second = await openTestLibrary(dataDir)
  await second.library.settled()
  expect(await second.client['indexing.progress']({})).toMatchObject({ state: 'paused', total: 300 })
  expect(second.query("SELECT id FROM file WHERE state = 'ready'")).toEqual(read)
  await second.client['indexing.resume']({})
  await second.library.settled()
  expect(second.query("SELECT 1 FROM file WHERE state = 'ready'")).toHaveLength(300)
  expect(second.query('SELECT 1 FROM embedding')).toHaveLength(300)
})

test('what is on screen is read first', async () => {
  const folder = temporaryFolder()
  const names = Array.from({ length: 400 }, (_, i) => `${String(i).padStart(3, '0')}.jpg`)
  await writeSmallPhotos(folder, names)
  for (const [i, name] of names.entries()) await utimes(join(folder, name), 1e9 + i, 1e9 + i)
  const opened = await openTestLibrary(temporaryFolder())
  await opened.client['indexing.pause']({})
  await opened.client['folders.add']({ paths: [folder] })
  await eventually(() => opened.query('SELECT 1 FROM file').length === 400)
  const oldest = names.slice(0, 20).map((name) => photoOf(opened, name))
  await opened.client['indexing.resume']({})
  await opened.client['photos.wanted']({ photoIds: oldest })
  await eventually(
    () => opened.query(`SELECT 1 FROM photo WHERE thumbnail_version = 1 AND id IN (${oldest.join()})`).length === 20,
  )
  // Not much else went before, and of that the newest.
  const done = opened.query<{ path: string }>(
    "SELECT relative_path AS path FROM file WHERE state = 'ready' ORDER BY path",
  )
  expect(done.length).toBeLessThan(200)
})

test('a thumbnail that was lost is made again', async () => {
  const folder = temporaryFolder()
  await writeSmallPhotos(folder, ['a.jpg', 'b.jpg'])
  const dataDir = temporaryFolder()
  const opened = await openTestLibrary(dataDir)
  const { library } = opened
  await opened.client['folders.add']({ paths: [folder] })
  await library.settled()
  const url = `app://app/media/thumb/${photoOf(opened, 'a.jpg')}?v=1`
  await rm(join(dataDir, 'cache'), { recursive: true })
  expect((await library.serveMedia(new Request(url))).status).toBe(404)
  await library.settled()
  const response = await library.serveMedia(new Request(url))
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/webp'])
  expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(50)
})

test('every broken and hostile file of the shared ones is answered for', { timeout: 600_000 }, async ({ skip }) => {
  const importer = join(rootDir, '../shared/photos/importer')
  if (!existsSync(importer)) skip('../shared/photos is not here.')
  const opened = await openTestLibrary(temporaryFolder(), { modelsDir: await tinyStarter() })
  const { client, library } = opened
  await client['folders.add']({ paths: [importer] })
  await library.settled()
  const states = new Map(
    opened
      .query<{ state: string; count: number }>('SELECT state, count(*) AS count FROM file GROUP BY state')
      .map(({ state, count }) => [state, count]),
  )
  expect([...states.keys()].toSorted()).toEqual(['failed', 'ready', 'unsupported'])
  expect(states.get('ready')).toBeGreaterThan(300)
  const reasons = opened.query<{ code: string; message: string }>(
    "SELECT failure_code AS code, failure_message AS message FROM file WHERE state = 'failed'",
  )
  for (const { message } of reasons) expect(message.length).toBeGreaterThan(20)
  expect(opened.query("SELECT 1 FROM file WHERE failure_code = 'crashes-the-decoder'")).toEqual([])
})

test('1,500 photos in one folder, each read once', { timeout: 600_000 }, async () => {
  const folder = temporaryFolder()
  await writeSmallPhotos(
    folder,
    Array.from({ length: 1500 }, (_, i) => `IMG_${i}.jpg`),
  )
  const opened = await openTestLibrary(temporaryFolder(), { modelsDir: await tinyStarter() })
  await opened.client['folders.add']({ paths: [folder] })
  await opened.library.settled()
  expect(opened.query("SELECT 1 FROM file WHERE state = 'ready'")).toHaveLength(1500)
  expect(opened.query('SELECT 1 FROM embedding')).toHaveLength(1500)
  expect((await opened.client['photos.list']({})).total).toBe(1500)
  expect(opened.complaints).toEqual([])
})
