import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { Agent } from 'undici'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { FileMark } from '../../src/library/models/download/file-mark.ts'
import type { FetchOptions } from '../../src/library/models/download/fetch-file.ts'
import { fetchFile } from '../../src/library/models/download/fetch-file.ts'
import type { Fault, HubServer } from '../fixtures/hub/hub-server.ts'
import { startHub } from '../fixtures/hub/hub-server.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'

const path = '/models/file.onnx'
const bytes = randomBytes(300_000)
const sha256 = createHash('sha256').update(bytes).digest('hex')
const pinned = { bytes: bytes.length, sha256 }
const limits = { stallMs: 200, tries: 3, firstPauseMs: 1, longestPauseMs: 5 }

/** A file that is fetched from a server, and again and again when that fails; knows what was kept. */
function fetcher(url: string, options: { pinned?: FetchOptions['pinned']; folder?: string } = {}) {
  const folder = options.folder ?? temporaryFolder()
  const agent = new Agent()
  onTestFinished(() => agent.destroy())
  let mark: FileMark | null = null
  const file = join(folder, 'file.onnx')
  return {
    file,
    part: `${file}.part`,
    mark: () => mark,
    forget: () => void (mark = null),
    fetch: (signal = new AbortController().signal, onProgress: (bytes: number) => void = () => {}) =>
      fetchFile({
        url: new URL(url),
        path: file,
        pinned: options.pinned === undefined ? pinned : options.pinned,
        mark,
        setMark: (next) => void (mark = next),
        dispatcherFor: async () => agent,
        mayAsk: (host) => host !== 'elsewhere.example',
        limits,
        signal,
        onProgress,
      }),
  }
}

async function startWith(faults: Fault[]): Promise<HubServer> {
  const hub = await startHub({ [path]: bytes, '/elsewhere': bytes })
  hub.faults = faults
  return hub
}

describe('fetchFile', () => {
  it('fetches a file and tells how far it is', async () => {
    const hub = await startWith([])
    const one = fetcher(hub.url + path)
    const progress: number[] = []
    const got = await one.fetch(undefined, (done) => void progress.push(done))
    expect(got).toEqual(pinned)
    expect(readFileSync(one.file).equals(bytes)).toBe(true)
    expect(existsSync(one.part)).toBe(false)
    expect(progress.at(-1)).toBe(bytes.length)
    expect(progress).toEqual(progress.toSorted((a, b) => a - b))
  })

  const passing: [string, Fault[]][] = [
    ['a connection that breaks off', [{ cutAfter: 100_000 }, { cutAfter: 50_000 }]],
    ['a server that falls silent', [{ stallAfter: 100_000 }]],
    ['one that never begins', [{ stallAfter: 0 }]],
    ['faults of its own', [{ status: 500 }, { status: 503 }]],
    ['being asked too often', [{ status: 429, headers: { 'retry-after': '0' } }]],
    ['ranges that are ignored', [{ cutAfter: 100_000 }, { ignoreRange: true }]],
    ['no tags at all', [{ cutAfter: 100_000, noTag: true }, { noTag: true }]],
    ['a redirect within a plain host', [{ redirect: '/elsewhere' }]],
    ['a redirect while going on', [{ cutAfter: 100_000 }, { redirect: '/elsewhere' }]],
    ['an answer 416', [{ cutAfter: 100_000 }, { status: 416 }]],
  ]
  it.each(passing)('gets over %s', async (_, faults) => {
    const hub = await startWith(faults)
    const one = fetcher(hub.url + path)
    expect(await one.fetch()).toEqual(pinned)
    expect(readFileSync(one.file).equals(bytes)).toBe(true)
  })

  it('goes on where it stopped, and only if the file is the same', async () => {
    const hub = await startWith([{ cutAfter: 100_000 }])
    await fetcher(hub.url + path).fetch()
    const [first, second] = hub.seen
    expect(first?.range).toBeUndefined()
    expect(second?.range).toMatch(/^bytes=\d{5,6}-$/)
    expect(second?.ifRange).toBe(`"${sha256}"`)
  })

  const telling: [string, Fault, RegExp, keptBytes: boolean][] = [
    ['403', { status: 403 }, /does not give file\.onnx away \(403\).*folder, or use a mirror/, false],
    ['404', { status: 404 }, /does not have file\.onnx any more \(404\)/, false],
    ['429 again and again', { status: 429 }, /asked too often.*Go on later/, false],
    ['500 again and again', { status: 500 }, /has a fault of its own \(500\)/, false],
    ['silence again and again', { stallAfter: 0 }, /fell silent\. Go on later/, false],
    [
      'a file that is announced longer',
      { announce: 400_000 },
      /announces 400000 bytes where file\.onnx should have 300000/,
      false,
    ],
    ['a file that is announced shorter', { announce: 200_000 }, /announces 200000 bytes/, false],
    ['a file without end', { extraBytes: 100 }, /sends more than it announced/, false],
    [
      'another file of this length',
      { body: Buffer.alloc(bytes.length, 1), noTag: true },
      /not the original file\.onnx/,
      false,
    ],
    [
      'another file, as the hub says itself',
      { body: Buffer.alloc(bytes.length, 1) },
      /another file than the one Winnow knows/,
      false,
    ],
    [
      'a redirect to http elsewhere',
      { redirect: 'http://127.0.0.1:1/x' },
      /without encryption, so nothing was taken/,
      false,
    ],
    [
      'a redirect to a host that was not named',
      { redirect: 'https://elsewhere.example/x' },
      /leads to elsewhere\.example, which Winnow did not say/,
      false,
    ],
    ['a redirect to a file', { redirect: 'file:///etc/passwd' }, /without encryption/, false],
    ['a redirect to itself', { redirect: path }, /in circles/, false],
    ['a redirect to nowhere', { redirect: 'http://' }, /leads nowhere|without encryption/, false],
  ]
  it.each(telling)('says in words: %s', async (_, fault, words, isKept) => {
    const hub = await startWith(Array.from({ length: 20 }, () => fault))
    const one = fetcher(hub.url + path)
    await expect(one.fetch()).rejects.toThrow(words)
    expect(existsSync(one.file)).toBe(false)
    expect(existsSync(one.part) && statSync(one.part).size > 0).toBe(isKept)
    // It is worth trying again: nothing bad stays behind.
    hub.faults = []
    expect(await one.fetch()).toEqual(pinned)
  })

  it('says that a host can’t be reached', async () => {
    const one = fetcher('http://127.0.0.1:9/models/file.onnx')
    await expect(one.fetch()).rejects.toThrow(/127\.0\.0\.1:9 can’t be reached\. Check the connection/)
  })

  it('does not put pieces of two files together', async () => {
    const other = randomBytes(bytes.length)
    const hub = await startWith([{ body: other, cutAfter: 200_000 }])
    const one = fetcher(hub.url + path, { pinned: null })
    expect(await one.fetch()).toEqual(pinned)
  })

  it('finds out without tags that pieces of two files met', async () => {
    const other = randomBytes(bytes.length)
    const hub = await startWith([{ body: other, cutAfter: 200_000, noTag: true }, { noTag: true }, { noTag: true }])
    const one = fetcher(hub.url + path)
    expect(await one.fetch()).toEqual(pinned)
  })

  it('begins anew when the file was changed while the download was paused', async () => {
    const other = randomBytes(bytes.length + 5)
    const hub = await startWith([{ body: other, stallAfter: 200_000 }])
    const one = fetcher(hub.url + path, { pinned: null })
    const stop = new AbortController()
    await expect(one.fetch(stop.signal, (done) => done > 100_000 && stop.abort(new Error('paused')))).rejects.toThrow(
      'paused',
    )
    expect(statSync(one.part).size).toBeGreaterThan(100_000)
    expect(await one.fetch()).toEqual(pinned)
  })

  it('throws away what it knows nothing about', async () => {
    const hub = await startWith([])
    const one = fetcher(hub.url + path, { pinned: null })
    writeFileSync(one.part, randomBytes(1000))
    expect(await one.fetch()).toEqual(pinned)
    expect(hub.seen[0]?.range).toBeUndefined()
  })

  it('takes the hub’s own hash where the catalogue has none', async () => {
    const hub = await startWith([{ headers: { 'x-linked-etag': `"${'a'.repeat(64)}"` } }])
    await expect(fetcher(hub.url + path, { pinned: null }).fetch()).rejects.toThrow(/not the original file\.onnx/)
    const blob = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
    hub.faults = [{ noTag: true, headers: { 'x-repo-commit': 'c', etag: `"${blob}"` } }]
    expect(await fetcher(hub.url + path, { pinned: null }).fetch()).toEqual(pinned)
    hub.faults = [{ noTag: true, headers: { 'x-repo-commit': 'c', etag: `"${'b'.repeat(40)}"` } }]
    await expect(fetcher(hub.url + path, { pinned: null }).fetch()).rejects.toThrow(/not the original file\.onnx/)
  })

  it('whatever happens on the way, in the end there are the right bytes or a sentence', async () => {
    const at = fc.integer({ min: 0, max: bytes.length })
    const fault: fc.Arbitrary<Fault> = fc.oneof(
      at.map((cutAfter) => ({ cutAfter })),
      at.map((cutAfter) => ({ cutAfter, noTag: true })),
      fc.constantFrom(403, 404, 416, 429, 500, 502).map((status) => ({ status })),
      fc.constant({ ignoreRange: true }),
      fc.constant({ redirect: '/elsewhere' }),
      fc.constant({ announce: 123 }),
      at.map((cutAfter) => ({ body: Buffer.alloc(bytes.length, 3), cutAfter, noTag: true })),
      at.map((cutAfter) => ({ body: Buffer.alloc(bytes.length + 9, 4), cutAfter })),
      fc.constant({ extraBytes: 9 }),
    )
    const hub = await startWith([])
    await fc.assert(
      fc.asyncProperty(
        fc.array(fault, { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: bytes.length }), { maxLength: 3 }),
        fc.boolean(),
        async (faults, pauses, isPinned) => {
          hub.faults = [...faults]
          const one = fetcher(hub.url + path, isPinned ? {} : { pinned: null })
          for (let round = 0; round < 12; round++) {
            const stop = new AbortController()
            const pauseAt = pauses[round]
            const onProgress = (done: number): void => {
              if (pauseAt !== undefined && done >= pauseAt) stop.abort(new Error('paused'))
            }
            const outcome = await one.fetch(stop.signal, onProgress).catch((error: unknown) => error)
            if (outcome instanceof Error) {
              expect(outcome.message).toMatch(/^[A-Z1-9].*\.$|^paused$/s)
              expect(existsSync(one.file)).toBe(false)
              continue
            }
            // Without a pin, what the server sent whole and unbroken is what it has; it can't be the wrong mix of two.
            const file = readFileSync(one.file)
            const whole = [bytes, Buffer.alloc(bytes.length, 3), Buffer.alloc(bytes.length + 9, 4)]
            expect(isPinned ? file.equals(bytes) : whole.some((each) => each.equals(file))).toBe(true)
            return
          }
          throw new Error('It never came to an end.')
        },
      ),
      { numRuns: 40 },
    )
  })
})
