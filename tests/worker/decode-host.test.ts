import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDecodeHost } from '../../src/worker/decode-host.ts'
import type { DecodeHost, DecodeHostOptions } from '../../src/worker/decode-host.ts'
import type { DecodeResult } from '../../src/worker/decode-messages.ts'
import { readManifest } from '../../src/worker/read-manifest.ts'
import { drawNoise } from '../fixtures/images/draw-images.ts'
import { filesToRead, starterDir } from './started-worker.ts'

const threadUrl = new URL('../../src/worker/decode-thread.ts', import.meta.url)
const hangingThreadUrl = new URL('../fixtures/threads/hanging-thread.ts', import.meta.url)
const { image } = await readManifest(starterDir)

let dir: string
let slow: string
let quick: string

function startHost(options: Partial<DecodeHostOptions> = {}): DecodeHost {
  return createDecodeHost({
    threadUrl,
    photosAtOnce: 2,
    readingLimitMs: 60_000,
    decodingLimitMs: 60_000,
    onStuck: () => undefined,
    ...options,
  })
}

async function readAll(host: DecodeHost, paths: readonly string[]): Promise<readonly DecodeResult[]> {
  const files = await filesToRead(paths)
  return Promise.all(
    files.map((file) => host.run({ type: 'read', file, image, thumbnailDir: join(dir, 'thumbnails') })),
  )
}

async function lookAt(host: DecodeHost, names: readonly string[]): Promise<readonly string[]> {
  const results = names.map((name, i) =>
    host.run({ type: 'look', file: { fileId: i + 1, path: join(dir, name), sizeBytes: 1, mtimeMs: 1 } }),
  )
  return (await Promise.all(results)).map(kindOf)
}

function kindOf(result: DecodeResult): string {
  return result.type === 'failed' ? result.failure.code : result.type
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'winnow-decode-'))
  slow = join(dir, 'slow.png')
  quick = join(dir, 'quick.jpg')
  // Lanczos over 36 megapixels of noise takes about a second on any machine of today.
  await writeFile(slow, await drawNoise(6000, 6000).png({ compressionLevel: 1 }).toBuffer())
  await writeFile(quick, await drawNoise(100, 100).jpeg().toBuffer())
})

afterAll(() => rm(dir, { recursive: true }))

describe('the decode host', () => {
  it('gives up a file that takes too long, and reads the others in a new thread', async () => {
    const host = startHost({ decodingLimitMs: 200 })
    const results = await readAll(host, [slow, ...Array<string>(10).fill(quick)])
    expect(results.map(kindOf)).toEqual(['too-slow', ...Array<string>(10).fill('read')])
    // And goes on afterwards.
    expect((await readAll(host, [quick])).map(kindOf)).toEqual(['read'])
    host.close()
  })

  it.each([
    ['loop', 'too-slow'],
    ['native', 'too-slow'],
    ['drive', 'unreadable'],
  ])('answers for a file that hangs for ever (%s), and for those behind it', async (name, code) => {
    const host = startHost({ threadUrl: hangingThreadUrl, readingLimitMs: 100, decodingLimitMs: 100 })
    expect(await lookAt(host, ['fine', name, 'fine'])).toEqual(['looked', code, 'looked'])
    expect(await lookAt(host, ['fine'])).toEqual(['looked'])
    host.close()
  })

  it('says so when threads that can’t be ended add up', async () => {
    let isStuck = false
    const host = startHost({ threadUrl: hangingThreadUrl, decodingLimitMs: 100, onStuck: () => (isStuck = true) })
    for (let i = 0; i < 2; i++) await lookAt(host, ['native'])
    expect(isStuck).toBe(false)
    await lookAt(host, ['native'])
    expect(isStuck).toBe(true)
    host.close()
  })
})
