import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawNoise } from '../fixtures/images/draw-images.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { openTestLibrary } from '../fixtures/library/test-library.ts'

const header = (response: Response, names: readonly string[]): readonly (string | null)[] =>
  names.map((name) => response.headers.get(name))

test('thumbnails and originals by id, in parts, once, and nothing else', async () => {
  const folder = temporaryFolder()
  const jpeg = await drawNoise(1600, 1200).jpeg({ quality: 95 }).toBuffer()
  await writeFile(join(folder, 'a.jpg'), jpeg)
  await writeFile(join(folder, 'b.tiff'), await drawNoise(1000, 700).tiff().toBuffer())
  // An ending lies, the content doesn't.
  await writeFile(join(folder, 'c.jpg'), await drawNoise(60, 40).png().toBuffer())
  const opened = await openTestLibrary(temporaryFolder())
  const { library } = opened
  await opened.client['folders.add']({ paths: [folder] })
  await library.settled()
  const idOf = (name: string): number =>
    opened.query<{ id: number }>(`SELECT photo_id AS id FROM file WHERE relative_path = '${name}'`)[0]!.id
  const get = (path: string, init?: RequestInit): Promise<Response> =>
    library.serveMedia(new Request(`app://app/media/${path}`, init))

  const thumbnail = await get(`thumb/${idOf('a.jpg')}?v=1`)
  expect(header(thumbnail, ['content-type', 'cache-control', 'x-content-type-options'])).toEqual([
    'image/webp',
    'private, max-age=31536000, immutable',
    'nosniff',
  ])
  const { width, height } = await sharp(await thumbnail.arrayBuffer()).metadata()
  expect([width, height]).toEqual([512, 384])
  expect(jpeg.length).toBeGreaterThan(1_000_000)
  const etag = thumbnail.headers.get('etag')!
  const again = await get(`thumb/${idOf('a.jpg')}`, { headers: { 'If-None-Match': etag } })
  expect([again.status, await again.text(), again.headers.get('cache-control')]).toEqual([304, '', 'private, no-cache'])

  const full = await get(`full/${idOf('a.jpg')}?v=1`)
  expect(header(full, ['content-type', 'content-length', 'accept-ranges'])).toEqual([
    'image/jpeg',
    String(jpeg.length),
    'bytes',
  ])
  expect(Buffer.from(await full.arrayBuffer()).equals(jpeg)).toBe(true)
  const part = await get(`full/${idOf('a.jpg')}`, { headers: { Range: 'bytes=100-299' } })
  expect([part.status, ...header(part, ['content-range', 'content-length'])]).toEqual([
    206,
    `bytes 100-299/${jpeg.length}`,
    '200',
  ])
  expect(Buffer.from(await part.arrayBuffer()).equals(jpeg.subarray(100, 300))).toBe(true)
  const beyond = await get(`full/${idOf('a.jpg')}`, { headers: { Range: `bytes=${jpeg.length}-` } })
  expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${jpeg.length}`])
  const head = await get(`full/${idOf('a.jpg')}`, { method: 'HEAD' })
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, String(jpeg.length), ''])
  expect((await get(`full/${idOf('c.jpg')}`)).headers.get('content-type')).toBe('image/png')

  // No browser shows a TIFF: it is made into what they do show, whole, once.
  const [rendered, twice] = await Promise.all([get(`full/${idOf('b.tiff')}`), get(`full/${idOf('b.tiff')}`)])
  expect(rendered.headers.get('content-type')).toBe('image/webp')
  const whole = await sharp(await rendered.arrayBuffer()).metadata()
  expect([whole.width, whole.height, twice.status]).toEqual([1000, 700, 200])

  const nothing = ['thumb/999', 'full/999', 'thumb/1/../../etc', 'other/1', 'thumb/..%2f..%2fetc%2fpasswd']
  for (const path of nothing) expect([path, (await get(path)).status]).toEqual([path, 404])
  expect((await get(`thumb/${idOf('a.jpg')}`, { method: 'POST' })).status).toBe(405)
  expect(opened.complaints).toEqual([])
})

test('an original that is gone is shown by its thumbnail, one never read not at all', async () => {
  const folder = temporaryFolder()
  await writeFile(join(folder, 'a.jpg'), await drawNoise(600, 400).jpeg().toBuffer())
  const opened = await openTestLibrary(temporaryFolder())
  const { client, library } = opened
  await client['folders.add']({ paths: [folder] })
  await library.settled()
  await client['indexing.pause']({})
  await writeFile(join(folder, 'b.jpg'), await drawNoise(300, 400).jpeg().toBuffer())
  await client['folders.rescan']({})
  await library.settled()
  const [a, b] = opened.query<{ id: number }>('SELECT photo_id AS id FROM file ORDER BY relative_path')
  const get = (path: string): Promise<Response> => library.serveMedia(new Request(`app://app/media/${path}`))
  expect((await get(`thumb/${b!.id}`)).status).toBe(404)
  expect((await get(`full/${b!.id}`)).status).toBe(404)

  await writeFile(join(folder, 'a.jpg'), 'changed meanwhile, and no picture')
  await client['folders.rescan']({})
  await library.settled()
  const full = await get(`full/${a!.id}`)
  expect([full.status, full.headers.get('content-type')]).toEqual([200, 'image/webp'])
})
