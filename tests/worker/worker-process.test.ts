import { mkdir, mkdtemp, readFile, readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { execFileSync, spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawNoise, drawOriented, drawQuadrants } from '../fixtures/images/draw-images.ts'
import type { FileToRead, WorkerReply } from '../../src/contract/worker.ts'
import { filesToRead, starterDir, startWorker, workerEntry } from './started-worker.ts'
import { starterTarget } from '../fixtures/starter-target.ts'
import type { StartedWorker } from './started-worker.ts'

let dir: string
let thumbnailDir: string
let worker: StartedWorker

async function write(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(dir, name)
  await writeFile(path, bytes)
  return path
}

function outcomes(replies: readonly WorkerReply[]) {
  return new Map(replies.flatMap((reply) => (reply.type === 'read' ? [[reply.fileId, reply.result] as const] : [])))
}

async function readOne(file: FileToRead, into = thumbnailDir) {
  const replies = await worker.request({ type: 'read', files: [file], thumbnailDir: into })
  return outcomes(replies).get(file.fileId)
}

async function codeOf(file: FileToRead, into?: string): Promise<string> {
  const outcome = await readOne(file, into)
  return outcome === undefined ? 'none' : outcome.ok ? 'photo' : `${outcome.failure.kind} ${outcome.failure.code}`
}

function floats(base64: string): Float32Array {
  const bytes = Buffer.from(base64, 'base64')
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
}

/** Both are unit vectors. */
function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0)
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'winnow-worker-'))
  thumbnailDir = join(dir, 'thumbnails')
  worker = startWorker()
  await worker.request({ type: 'load-model', modelDir: starterDir, settings: starterTarget.settings })
})

afterAll(async () => {
  worker.port.kill()
  await worker.exited
  await rm(dir, { recursive: true })
})

describe('the worker', () => {
  it('says first that it is there, then which model it has loaded', () => {
    expect(worker.replies[0]).toMatchObject({ type: 'ready', versions: { sharp: '0.35.5', onnxruntime: '1.30.0' } })
    expect(worker.replies[1]).toEqual({
      type: 'model-loaded',
      requestId: 1,
      model: { id: 'winnow-starter', version: '0.2.0', name: 'Winnow Starter', embeddingDim: 768, provider: 'cpu' },
    })
  })

  it('reads a photo: hash, facts, colour, thumbnail, unit vector', async () => {
    const bytes = await sharp(await drawOriented(6, 1200, 800))
      .keepMetadata()
      .withExifMerge({
        IFD0: { Make: 'Canon', Model: 'Canon EOS 30D' },
        IFD2: { DateTimeOriginal: '2007:08:15 10:13:13' },
      })
      .toBuffer()
    const [file] = await filesToRead([await write('straße.jpg', bytes)])
    const replies = await worker.request({ type: 'read', files: [file!], thumbnailDir })
    expect(replies.map((reply) => reply.type)).toEqual(['reading', 'read', 'done'])
    const outcome = outcomes(replies).get(1)
    if (outcome?.ok !== true) throw new Error(JSON.stringify(outcome))
    const { contentHash, facts, averageColour, embedding, stageTimes } = outcome.photo
    expect(contentHash).toMatch(/^[0-9a-f]{32}$/)
    expect(facts).toEqual({
      widthPx: 1200,
      heightPx: 800,
      mediaType: 'image/jpeg',
      takenAtMs: Date.parse('2007-08-15T10:13:13Z'),
      camera: 'Canon EOS 30D',
      lens: null,
      exposure: null,
      latitude: null,
      longitude: null,
    })
    // The mean of the four corners: 132.5, 122.5, 90.
    expect(
      [averageColour >> 16, (averageColour >> 8) & 255, averageColour & 255].map((value) => Math.round(value / 10)),
    ).toEqual([13, 12, 9])
    expect(Math.hypot(...floats(embedding))).toBeCloseTo(1, 4)
    expect(Object.values(stageTimes).every((ms) => ms >= 0)).toBe(true)

    const thumbnail = await sharp(join(thumbnailDir, contentHash.slice(0, 2), `${contentHash}.webp`)).metadata()
    expect([thumbnail.format, thumbnail.width, thumbnail.height]).toEqual(['webp', 512, 341])
  })

  it('never enlarges a thumbnail, and leaves nothing unfinished', async () => {
    const [file] = await filesToRead([await write('small.png', await drawQuadrants(50, 40).png().toBuffer())])
    const outcome = await readOne(file!)
    if (outcome?.ok !== true) throw new Error(JSON.stringify(outcome))
    const folder = join(thumbnailDir, outcome.photo.contentHash.slice(0, 2))
    const { width, height } = await sharp(join(folder, `${outcome.photo.contentHash}.webp`)).metadata()
    expect([width, height]).toEqual([50, 40])
    expect((await readdir(folder)).every((name) => name.endsWith('.webp'))).toBe(true)
  })

  it('gives the same content the same hash and vector, and other content another hash', async () => {
    const bytes = await drawNoise(300, 200).jpeg().toBuffer()
    const paths = [
      await write('a.jpg', bytes),
      await write('b.jpg', bytes),
      await write('c.jpg', Buffer.concat([bytes, Buffer.from([0])])),
    ]
    const read = outcomes(await worker.request({ type: 'read', files: await filesToRead(paths), thumbnailDir }))
    const photos = [1, 2, 3].map((fileId) => {
      const outcome = read.get(fileId)
      if (outcome?.ok !== true) throw new Error(JSON.stringify(outcome))
      return outcome.photo
    })
    expect(photos[1]!.contentHash).toBe(photos[0]!.contentHash)
    expect(photos[2]!.contentHash).not.toBe(photos[0]!.contentHash)
    const [a, b] = photos.map((photo) => floats(photo.embedding))
    expect(cosine(a!, b!)).toBeGreaterThan(0.9999)
  })

  it('names a file before it touches it, and answers each exactly once', async () => {
    const noise = await drawNoise(200, 200).jpeg().toBuffer()
    const paths = await Promise.all(
      Array.from({ length: 40 }, (_, i) => write(`many-${i}.jpg`, noise.subarray(0, noise.length - (i % 2) * 5000))),
    )
    const replies = await worker.request({ type: 'read', files: await filesToRead(paths), thumbnailDir })
    const reading = replies.flatMap((reply, at) => (reply.type === 'reading' ? [[reply.fileId, at] as const] : []))
    const read = replies.flatMap((reply, at) => (reply.type === 'read' ? [[reply.fileId, at] as const] : []))
    expect(read.map(([fileId]) => fileId).sort((a, b) => a - b)).toEqual(paths.map((_, i) => i + 1))
    const begunAt = new Map(reading)
    expect(read.every(([fileId, at]) => (begunAt.get(fileId) ?? at) < at)).toBe(true)
    expect(reading).toHaveLength(paths.length)
    expect(replies.at(-1)?.type).toBe('done')
  })

  it('looks at heads without a thumbnail, and has nothing to say about what is no photo', async () => {
    const paths = [
      await write('look.jpg', await drawOriented(8, 90, 60)),
      await write('look.avif', await drawQuadrants(64, 48).avif().toBuffer()),
      await write('look.txt', 'words'),
      join(dir, 'gone.jpg'),
    ]
    const files = [...(await filesToRead(paths.slice(0, 3))), { fileId: 4, path: paths[3]!, sizeBytes: 1, mtimeMs: 1 }]
    const replies = await worker.request({ type: 'look', files })
    const looked = replies
      .flatMap((reply) => (reply.type === 'looked' ? [reply] : []))
      .sort((a, b) => a.fileId - b.fileId)
    expect(looked.map(({ facts }) => facts && [facts.widthPx, facts.heightPx, facts.mediaType])).toEqual([
      [90, 60, 'image/jpeg'],
      [64, 48, 'image/avif'],
      null,
      null,
    ])
  })

  it('tells what belongs to the file from what belongs to the moment', async () => {
    const photo = await drawQuadrants(64, 48).jpeg().toBuffer()
    const [good, changed, empty] = await filesToRead([
      await write('good.jpg', photo),
      await write('changed.jpg', photo),
      await write('empty.jpg', ''),
    ])
    await utimes(changed!.path, new Date(), new Date(changed!.mtimeMs + 60_000))
    await mkdir(join(dir, 'folder.jpg'))
    const [folder] = await filesToRead([join(dir, 'folder.jpg')])
    await write('occupied', 'a file where a folder should be')
    const found = {
      changed: await codeOf(changed!),
      shorter: await codeOf({ ...good!, sizeBytes: good!.sizeBytes + 1 }),
      vanished: await codeOf({ ...good!, path: join(dir, 'never-there.jpg') }),
      underAFile: await codeOf({ ...good!, path: join(good!.path, 'x.jpg') }),
      empty: await codeOf(empty!),
      folder: await codeOf(folder!),
      cache: await codeOf(good!, join(dir, 'occupied')),
      good: await codeOf(good!),
    }
    expect(found).toEqual({
      changed: 'transient changed-while-reading',
      shorter: 'transient changed-while-reading',
      vanished: 'transient vanished',
      underAFile: 'transient vanished',
      empty: 'file empty',
      folder: 'file not-an-image',
      cache: 'transient cache-unwritable',
      good: 'photo',
    })
  })

  it.skipIf(process.platform === 'win32')('does not wait at a named pipe', async () => {
    execFileSync('mkfifo', [join(dir, 'pipe.jpg')])
    const [pipe] = await filesToRead([join(dir, 'pipe.jpg')])
    expect(await codeOf(pipe!)).toBe('file not-an-image')
  })

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('can’t read what it may not', async () => {
    const [file] = await filesToRead([await write('locked.jpg', await drawQuadrants(9, 9).jpeg().toBuffer())])
    execFileSync('chmod', ['000', file!.path])
    expect(await codeOf(file!)).toBe('transient unreadable')
  })

  it.skipIf(process.getuid?.() !== 0 || process.platform !== 'linux')(
    'says when the disk is full',
    async ({ skip }) => {
      const tiny = join(dir, 'tiny-disk')
      await mkdir(tiny)
      try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', tiny], { stdio: 'ignore' })
      } catch {
        skip('this machine does not let root mount a small disk')
      }
      try {
        const [file] = await filesToRead([
          await write('large-thumbnail.png', await drawNoise(600, 600).png().toBuffer()),
        ])
        expect(await codeOf(file!, tiny)).toBe('transient disk-full')
      } finally {
        execFileSync('umount', [tiny])
      }
    },
  )

  it('refuses a file that is too large without reading it', async () => {
    const path = await write('large.tif', '')
    await truncate(path, 500_000_001)
    const [file] = await filesToRead([path])
    expect(await codeOf(file!)).toBe('file too-many-bytes')
  })

  it('stops when it is told: what has begun is answered, the rest is dropped', async () => {
    const noise = await drawNoise(1500, 1500).jpeg().toBuffer()
    const paths = await Promise.all(Array.from({ length: 200 }, (_, i) => write(`cancel-${i}.jpg`, noise)))
    let isCancelled = false
    const replies = await worker.request(
      { type: 'read', files: await filesToRead(paths), thumbnailDir },
      (reply, requestId) => {
        if (reply.type !== 'read' || isCancelled) return
        isCancelled = true
        worker.port.post({ type: 'cancel', requestId })
      },
    )
    const begun = replies.filter((reply) => reply.type === 'reading').length
    expect(outcomes(replies).size).toBe(begun)
    expect(begun).toBeLessThan(100)
    expect(replies.at(-1)?.type).toBe('done')
  })

  it('lets a text pass a long queue of photos', async () => {
    const noise = await drawNoise(600, 600).jpeg().toBuffer()
    const paths = await Promise.all(Array.from({ length: 48 }, (_, i) => write(`queue-${i}.jpg`, noise)))
    await worker.request({ type: 'embed-texts', texts: ['so that the text encoder is loaded'] })
    const ends: string[] = []
    const photos = worker
      .request({ type: 'read', files: await filesToRead(paths), thumbnailDir })
      .then(() => ends.push('photos'))
    const manyTexts = worker
      .request({ type: 'embed-texts', texts: Array.from({ length: 100 }, (_, i) => `a photo of ${i} dogs`) })
      .then(() => ends.push('many texts'))
    const oneText = worker.request({ type: 'embed-texts', texts: ['birthday cake'] }).then((replies) => {
      ends.push('one text')
      return replies
    })
    const [embedded] = await oneText
    await Promise.all([photos, manyTexts])
    expect(ends[0]).toBe('one text')
    expect(embedded).toMatchObject({ type: 'embedded' })
  })

  it('embeds texts in order and nothing for nothing', async () => {
    const texts = ['a long sentence about a dog on a beach at sunset', 'dog', 'a red bicycle', 'dog']
    const [embedded] = await worker.request({ type: 'embed-texts', texts })
    if (embedded?.type !== 'embedded') throw new Error(JSON.stringify(embedded))
    const all = floats(embedded.vectors)
    const rows = texts.map((_, i) => all.subarray(i * 768, (i + 1) * 768))
    expect(cosine(rows[1]!, rows[3]!)).toBeCloseTo(1, 4)
    expect(cosine(rows[1]!, rows[0]!)).toBeGreaterThan(cosine(rows[2]!, rows[0]!))
    const [empty] = await worker.request({ type: 'embed-texts', texts: [] })
    expect(empty).toMatchObject({ type: 'embedded', vectors: '' })
  })

  it('embeds a picture from outside as it embeds a file, and says why it can’t', async () => {
    const bytes = await readFile(join(starterDir, 'golden/house.png'))
    const [file] = await filesToRead([await write('house.png', bytes)])
    const outcome = await readOne(file!)
    if (outcome?.ok !== true) throw new Error(JSON.stringify(outcome))
    const [embedded] = await worker.request({ type: 'embed-picture', data: bytes.toString('base64') })
    if (embedded?.type !== 'embedded') throw new Error(JSON.stringify(embedded))
    const [a, b] = [floats(embedded.vectors), floats(outcome.photo.embedding)]
    expect(cosine(a, b)).toBeGreaterThan(0.9999)
    const [failed] = await worker.request({ type: 'embed-picture', data: Buffer.from('no picture').toString('base64') })
    expect(failed).toMatchObject({
      type: 'failed',
      code: 'invalid-input',
      message: '“picture” is a text file, not a picture.',
    })
  })

  it('verifies a model, and names the file that is not as it should be', async () => {
    expect(await worker.request({ type: 'verify-model', modelDir: starterDir })).toMatchObject([{ type: 'done' }])
    const copy = join(dir, 'copied-model')
    await mkdir(copy)
    for (const name of ['manifest.json', 'image.onnx', 'text.onnx', 'tokenizer.json', 'background.f16']) {
      const bytes = await readFile(join(starterDir, name))
      if (name === 'image.onnx') bytes.writeUInt8(bytes.readUInt8(1000) ^ 1, 1000)
      await writeFile(join(copy, name), bytes)
    }
    const changed = await worker.request({ type: 'verify-model', modelDir: copy })
    expect(changed).toMatchObject([{ type: 'failed', code: 'model-missing' }])
    expect(JSON.stringify(changed)).toContain('image.onnx')
    await rm(join(copy, 'text.onnx'))
    const missing = await worker.request({ type: 'load-model', modelDir: copy, settings: starterTarget.settings })
    expect(JSON.stringify(missing)).toContain('its file text.onnx is not there')
    await worker.request({ type: 'load-model', modelDir: starterDir, settings: starterTarget.settings })
  })
})

describe('the life of a worker', () => {
  it('answers in words before a model is loaded, and to what it does not understand', async () => {
    const fresh = startWorker()
    const read = await fresh.request({ type: 'read', files: [], thumbnailDir })
    expect(read).toMatchObject([{ type: 'failed', code: 'model-missing' }])
    const nonsense: unknown = JSON.parse('{"type":"format-disk"}')
    const refused = await fresh.request(Object.assign({ type: 'look' as const, files: [] }, nonsense))
    expect(refused).toMatchObject([{ type: 'failed', code: 'invalid-input' }])
    fresh.port.kill()
    expect(await fresh.exited).toBe('The worker ended by SIGKILL.')
  })

  it('says what it said when it dies of a mistake', async () => {
    const { startNodeWorker } = await import('../../src/platform/start-node-worker.ts')
    const port = startNodeWorker(await write('broken-worker.mjs', 'throw new Error("out of luck")'))
    const how = await new Promise<string>((resolve) => port.onExit(resolve))
    expect(how).toMatch(/^The worker ended with code 1: .*out of luck/s)
    expect(() => port.post({ type: 'cancel', requestId: 1 })).not.toThrow()
  })

  it('is reported when it can’t be started at all', async () => {
    const { startNodeWorker } = await import('../../src/platform/start-node-worker.ts')
    const port = startNodeWorker(workerEntry, { nodePath: join(dir, 'no-such-node') })
    const how = await new Promise<string>((resolve) => port.onExit(resolve))
    expect(how).toContain('could not be started')
  })

  it('ends by itself when the library is gone, even in the middle of its work', async () => {
    const noise = await drawNoise(3000, 3000).png().toBuffer()
    const path = await write('slow.png', noise)
    const script = `
      import { fork } from 'node:child_process'
      import { statSync } from 'node:fs'
      const child = fork(${JSON.stringify(workerEntry)}, [], { stdio: 'ignore', execArgv: [] })
      const { size, mtimeMs } = statSync(${JSON.stringify(path)})
      const files = Array.from({ length: 100 }, (_, i) => ({ fileId: i + 1, path: ${JSON.stringify(path)}, sizeBytes: size, mtimeMs }))
      child.on('message', (message) => {
        if (message.type === 'model-loaded') child.send({ type: 'read', requestId: 2, files, thumbnailDir: ${JSON.stringify(thumbnailDir)} })
        if (message.type === 'reading') process.stdout.write(child.pid + '\\n')
      })
      const settings = ${JSON.stringify(starterTarget.settings)}
      child.send({ type: 'load-model', requestId: 1, modelDir: ${JSON.stringify(starterDir)}, settings })`
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const workerPid = await new Promise<number>((resolve) =>
      parent.stdout.once('data', (text: Buffer) => resolve(Number.parseInt(text.toString(), 10))),
    )
    parent.kill('SIGKILL')
    await expect.poll(() => isRunning(workerPid), { timeout: 10_000 }).toBe(false)
  })
})

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
