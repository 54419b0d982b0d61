import { existsSync } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createWorkerClient } from '../../src/library/worker-client/worker-client.ts'
import { startNodeWorker } from '../../src/platform/start-node-worker.ts'
import { ratePhoto } from '../../src/worker/rate-photo.ts'
import { drawNoise, drawQuadrants } from '../fixtures/images/draw-images.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { starterTarget } from '../fixtures/starter-target.ts'
import { filesToRead, rootDir, startWorker } from './started-worker.ts'

const sharedDir = join(rootDir, '../shared/photos/importer/assets')

const xmp = (rating: string): string =>
  `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
  `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:Rating="${rating}"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

async function rate(path: string, sidecarPaths: readonly string[] = []): Promise<number | null> {
  const { size, mtimeMs } = await stat(path)
  return ratePhoto({ fileId: 1, path, sizeBytes: size, mtimeMs, sidecarPaths: [...sidecarPaths] })
}

async function write(name: string, content: string | Buffer): Promise<string> {
  const path = join(temporaryFolder(), name)
  await writeFile(path, content)
  return path
}

const plainPhoto = async (): Promise<string> => write('a.jpg', await drawQuadrants(20, 20).jpeg().toBuffer())

test.for(['jpeg', 'webp', 'tiff', 'avif'] as const)('reads the XMP of a large %s', async (format) => {
  const bytes = await drawNoise(700, 700).toFormat(format, { quality: 100, effort: 1 }).withXmp(xmp('4')).toBuffer()
  expect(bytes.length).toBeGreaterThan(300_000)
  expect(await rate(await write(`a.${format}`, bytes))).toBe(4)
})

/** A JPEG photo with one EXIF tag, a short number. libvips writes neither of those that are rated by. */
async function photoWithTag(tag: number, value: number): Promise<string> {
  const jpeg = await drawQuadrants(20, 20).jpeg().toBuffer()
  const tiff = Buffer.alloc(26)
  tiff.write('II*\0', 'latin1')
  tiff.writeUInt32LE(8, 4)
  for (const [at, number] of [1, tag, 3, 1, 0, value].entries()) tiff.writeUInt16LE(number, 8 + at * 2)
  const segment = Buffer.concat([Buffer.from('\xff\xe1\0\0Exif\0\0', 'latin1'), tiff])
  segment.writeUInt16BE(segment.length - 2, 2)
  return write('exif.jpg', Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]))
}

test('reads both tags of EXIF', async () => {
  expect(await rate(await photoWithTag(0x4746, 3))).toBe(3)
  expect(await rate(await photoWithTag(0x4749, 75))).toBe(4)
  expect(await rate(await photoWithTag(0x4747, 3))).toBeNull()
})

test('a photo without any has none', async () => {
  expect(await rate(await plainPhoto())).toBeNull()
})

test('a sidecar wins over the photo, also when it rejects it', async () => {
  const photo = await write('a.jpg', await drawQuadrants(20, 20).jpeg().withXmp(xmp('2')).toBuffer())
  expect(await rate(photo, [await write('a.xmp', xmp('5'))])).toBe(5)
  expect(await rate(photo, [await write('a.xmp', xmp('-1'))])).toBeNull()
  expect(await rate(photo, [await write('a.xmp', xmp('0'))])).toBe(0)
})

test('of two sidecars the first that states a rating counts, and one without leaves it to the photo', async () => {
  const photo = await write('a.jpg', await drawQuadrants(20, 20).jpeg().withXmp(xmp('2')).toBuffer())
  const silent = await write('a.xmp', xmp('').replace('xmp:Rating=""', ''))
  expect(await rate(photo, [silent, await write('a.jpg.xmp', xmp('4'))])).toBe(4)
  expect(await rate(photo, [silent, join(temporaryFolder(), 'gone.xmp')])).toBe(2)
})

test('a sidecar in UTF-16 is read', async () => {
  const little = Buffer.from(`\uFEFF${xmp('5')}`, 'utf16le')
  expect(await rate(await plainPhoto(), [await write('a.xmp', little)])).toBe(5)
  expect(await rate(await plainPhoto(), [await write('b.xmp', Buffer.from(little).swap16())])).toBe(5)
})

test('a sidecar for a file that is no photo Winnow reads counts too', async () => {
  expect(await rate(await write('a.cr3', 'nothing known'), [await write('a.xmp', xmp('5'))])).toBe(5)
})

test('hostile sidecars and files have no rating', async () => {
  const photo = await plainPhoto()
  const billionLaughs = `<!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY c "&b;&b;">]>${xmp('&b;')}`
  const hostile = ['<'.repeat(5_000_000), '<!--'.repeat(1_000_000), billionLaughs, '\0'.repeat(100), '']
  for (const text of hostile) expect(await rate(photo, [await write('a.xmp', text)]), text.slice(0, 20)).toBeNull()
  expect(await rate(photo, [temporaryFolder()])).toBeNull()
  expect(await rate(await write('b.jpg', ''))).toBeNull()
  expect(await rate(await write('c.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 0x45])))).toBeNull()
})

test('the rating in a huge sidecar is read from its first lines', async () => {
  const huge = xmp('3').replace('/></rdf:RDF>', `>${'<a>mask</a>'.repeat(500_000)}</rdf:Description></rdf:RDF>`)
  expect(await rate(await plainPhoto(), [await write('a.xmp', huge)])).toBe(3)
})

test('real files have the rating that their owners gave them', async ({ skip }) => {
  if (!existsSync(sharedDir)) skip(`There are no real photos in ${sharedDir}.`)
  expect(await rate(join(sharedDir, 'metadata/rating/mongolels.jpg'))).toBe(3)
  const dates = join(sharedDir, 'metadata/xmp/dates/2000.xmp')
  expect(await rate(join(sharedDir, 'metadata/rating/mongolels.jpg'), [dates])).toBe(3)
  for (const name of ['avif/8bit-sRGB.avif', 'heic/IMG_2682.heic', 'png/density_plot.png']) {
    expect(await rate(join(sharedDir, 'formats', name)), name).toBeNull()
  }
})

test('a worker answers one a file', async () => {
  const worker = startWorker()
  try {
    const paths = [
      await write('a.jpg', await drawQuadrants(20, 20).jpeg().withXmp(xmp('5')).toBuffer()),
      await plainPhoto(),
    ]
    const files = (await filesToRead(paths)).map((file) => ({ ...file, sidecarPaths: [] }))
    const replies = await worker.request({ type: 'rate', files })
    expect(
      replies.flatMap((reply) => (reply.type === 'rated' ? [[reply.fileId, reply.rating]] : [])).toSorted(),
    ).toEqual([
      [1, 5],
      [2, null],
    ])
    expect(replies.at(-1)?.type).toBe('done')
  } finally {
    worker.port.kill()
  }
})

test('a worker that dies over one file costs the ratings of that file alone', async () => {
  const client = createWorkerClient({
    startWorker: () => startNodeWorker(join(rootDir, 'tests/fixtures/processes/breaking-worker.ts')),
    target: starterTarget,
    thumbnailDir: temporaryFolder(),
    log: () => {},
  })
  const files = Array.from({ length: 450 }, (_, i) => ({
    fileId: i + 1,
    path: i === 449 ? '/rate-crash.jpg' : `/photo ${i}.jpg`,
    sizeBytes: 1,
    mtimeMs: 1,
    sidecarPaths: [],
  }))
  const ratings = new Map<number, number | null>()
  for await (const { fileId, rating } of client.rate(files)) {
    expect(ratings.has(fileId)).toBe(false)
    ratings.set(fileId, rating)
  }
  await client.close()
  expect(ratings.size).toBe(450)
  expect([...ratings].filter(([, rating]) => rating !== 4)).toEqual([[450, null]])
})

test('a rate that is cancelled ends', async () => {
  const client = createWorkerClient({
    startWorker: () => startNodeWorker(join(rootDir, 'src/worker/main.ts')),
    target: starterTarget,
    thumbnailDir: temporaryFolder(),
    log: () => {},
  })
  const controller = new AbortController()
  const files = Array.from({ length: 5000 }, (_, i) => ({
    fileId: i + 1,
    path: '/none',
    sizeBytes: 1,
    mtimeMs: 1,
    sidecarPaths: [],
  }))
  let count = 0
  for await (const rated of client.rate(files, controller.signal)) {
    expect(rated.rating).toBeNull()
    count++
    controller.abort()
  }
  await client.close()
  expect(count).toBeLessThan(5000)
})
