import { execFileSync, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { CatalogueFile } from '../../src/core/model/catalogue.ts'
import { downloadFiles } from '../../src/library/models/download/download-files.ts'
import type { DownloadOptions } from '../../src/library/models/download/download-files.ts'
import { emptyState } from '../../src/library/models/download/download-state.ts'
import { startHub } from '../fixtures/hub/hub-server.ts'
import { startProxy } from '../fixtures/hub/proxy-server.ts'
import { largeModel, testCatalogue, tinyModel } from '../fixtures/hub/test-catalogue.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { eventually, openTestLibrary, rootDir } from '../fixtures/library/test-library.ts'
import { modelFixturesDir } from '../fixtures/models/import-model.ts'

const bytes = randomBytes(3_000_000)
const sha256 = createHash('sha256').update(bytes).digest('hex')
const file: CatalogueFile = {
  name: 'big.onnx',
  repository: 'a/b',
  revision: 'd'.repeat(40),
  path: 'big.onnx',
  bytes: bytes.length,
  sha256,
}
const servedPath = `/a/b/resolve/${file.revision}/big.onnx`

function options(base: string, change: Partial<DownloadOptions> = {}): DownloadOptions {
  return {
    files: [file],
    base,
    mayAsk: () => true,
    modelDir: join(temporaryFolder(), 'model'),
    state: emptyState,
    setState: () => {},
    proxyFor: undefined,
    limits: { stallMs: 2000, tries: 2, firstPauseMs: 1, longestPauseMs: 5 },
    signal: new AbortController().signal,
    onProgress: () => {},
    ...change,
  }
}

function withEnvironment(values: Readonly<Record<string, string | undefined>>): void {
  const before = { ...process.env }
  for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy']) {
    delete process.env[name]
  }
  Object.assign(process.env, values)
  onTestFinished(() => {
    process.env = before
  })
}

describe('a proxy', () => {
  it('that the environment names is asked for what no name server knows', async () => {
    const hub = await startHub({ [servedPath]: bytes })
    const proxy = await startProxy(hub.url)
    withEnvironment({ HTTP_PROXY: proxy.url })
    const [got] = await downloadFiles(options('http://mirror.invalid'))
    expect(got).toEqual({ name: 'big.onnx', bytes: bytes.length, sha256 })
    expect(proxy.seen.join()).toContain('mirror.invalid')
  })

  it('is left out where NO_PROXY says so', async () => {
    const hub = await startHub({ [servedPath]: bytes })
    const proxy = await startProxy(hub.url)
    withEnvironment({ HTTP_PROXY: proxy.url, NO_PROXY: '127.0.0.1' })
    await downloadFiles(options(hub.url))
    expect(proxy.seen).toEqual([])
  })

  it('that the system names goes before the environment', async () => {
    const hub = await startHub({ [servedPath]: bytes })
    const proxy = await startProxy(hub.url)
    withEnvironment({ HTTP_PROXY: 'http://127.0.0.1:9' })
    await downloadFiles(options('http://mirror.invalid', { proxyFor: async () => proxy.url }))
    expect(proxy.seen.join()).toContain('mirror.invalid')
  })

  it('tunnels what is encrypted', async () => {
    const hub = await startHub({ [servedPath]: bytes })
    const proxy = await startProxy(hub.url)
    withEnvironment({ HTTPS_PROXY: proxy.url })
    // What answers at the other end of the tunnel is no TLS server.
    await expect(downloadFiles(options('https://mirror.invalid'))).rejects.toThrow(/mirror\.invalid/)
    expect(proxy.seen).toContain('CONNECT mirror.invalid:443')
  })

  it('sees that nobody is asked before the person downloads something, and then the hub alone', async () => {
    const proxy = await startProxy('http://127.0.0.1:9')
    withEnvironment({ HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url })
    const tiny = await tinyModel()
    const { modelsDir } = testCatalogue([tiny])
    const { client } = await openTestLibrary(temporaryFolder(), { modelsDir, isIdle: true })
    await client['models.list']({})
    await client['models.addFolder']({ path: join(modelFixturesDir, 'clip-immich') })
    expect(proxy.seen).toEqual([])
    await client['models.download']({ modelKey: tiny.modelKey })
    await eventually(() => proxy.seen.length > 0)
    await client['models.cancelDownload']({ modelKey: tiny.modelKey })
    expect(new Set(proxy.seen)).toEqual(new Set(['CONNECT hub.invalid:443']))
  })

  it('that wants a password is explained', async () => {
    const hub = await startHub({ [servedPath]: bytes })
    const proxy = await startProxy(hub.url, { refuse: true })
    withEnvironment({ HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url })
    await expect(downloadFiles(options('http://mirror.invalid'))).rejects.toThrow(/[Tt]he proxy of this network/)
    await expect(downloadFiles(options('https://mirror.invalid'))).rejects.toThrow(/[Tt]he proxy of this network/)
  })
})

/** Null where the system doesn't let us have one. */
const smallDisk = (megabytes: number): string | null => {
  const folder = temporaryFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  onTestFinished(() => void execFileSync('umount', [folder]))
  return folder
}

describe('a disk that is full', () => {
  it('is noticed before anything is asked for', async (context) => {
    const disk = smallDisk(20)
    if (disk === null) return context.skip('A small disk can’t be mounted here.')
    const hub = await startHub({ [servedPath]: bytes })
    await expect(downloadFiles(options(hub.url, { modelDir: join(disk, 'model') }))).rejects.toThrow(
      /takes 3 MB and the disk that holds .* has \d+ MB left\. Free some space/,
    )
    expect(hub.seen).toEqual([])
  })

  it('while it is filled by something else stops the download, which goes on when there is room', async (context) => {
    const disk = smallDisk(210)
    if (disk === null) return context.skip('A small disk can’t be mounted here.')
    const hub = await startHub({ [servedPath]: bytes })
    hub.faults = [{ slowMs: 5 }]
    const modelDir = join(disk, 'model')
    let state = emptyState
    let isFilled = false
    const filler = join(disk, 'filler')
    const again = (): DownloadOptions =>
      options(hub.url, {
        modelDir,
        state,
        setState: (next) => void (state = next),
        onProgress({ doneBytes }) {
          if (isFilled || doneBytes < 300_000) return
          isFilled = true
          try {
            writeFileSync(filler, Buffer.alloc(220_000_000))
          } catch {
            // As much as there was room for.
          }
        },
      })
    await expect(downloadFiles(again())).rejects.toThrow(/The disk that holds .* is full\. Free some space, then go on/)
    rmSync(filler)
    const [got] = await downloadFiles(again())
    expect(got?.sha256).toBe(sha256)
    expect(hub.seen.at(-1)?.range).toMatch(/^bytes=\d{6,}-$/)
  })
})

it('kill -9 while a model is downloaded: the next start goes on where it stopped', async () => {
  const large = largeModel()
  const { modelsDir, served } = testCatalogue([large])
  const hub = await startHub(served)
  const dataDir = temporaryFolder()
  hub.faults = [{ slowMs: 3 }]
  const script = join(rootDir, 'tests/fixtures/processes/downloading-process.ts')
  const child = spawn(process.execPath, [script, dataDir, modelsDir, large.modelKey, hub.url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let doneBytes = 0
  child.stdout.on('data', (text: Buffer) => {
    doneBytes = Math.max(doneBytes, ...String(text).split('\n').map(Number))
  })
  await eventually(() => doneBytes > 3_000_000)
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('close', resolve))

  const { client } = await openTestLibrary(dataDir, { modelsDir, isIdle: true })
  const stateNow = async () =>
    (await client['models.list']({})).models.find(({ modelKey }) => modelKey === large.modelKey)!
  const left = await stateNow()
  expect(left.state).toMatchObject({ kind: 'paused' })
  const asked = hub.seen.length
  await client['models.download']({ modelKey: large.modelKey, mirror: hub.url })
  await eventually(async () => (await stateNow()).state.kind === 'installed')
  expect(hub.seen[asked]?.range).toMatch(/^bytes=\d{7,}-$/)
  const { folderPath } = await stateNow()
  for (const [name, body] of Object.entries(large.files)) {
    expect(readFileSync(join(folderPath!, name)).equals(body), name).toBe(true)
  }
})
