import BetterSqlite3 from 'better-sqlite3'
import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { databaseFile } from '../../src/library/store/database.ts'
import { drawNoise } from '../fixtures/images/draw-images.ts'
import { writeSmallPhotos } from '../fixtures/images/small-photos.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { eventually, openTestLibrary, rootDir } from '../fixtures/library/test-library.ts'

test('one writes, others read beside it, and what would write says who has the library', async () => {
  const folder = temporaryFolder()
  const dataDir = temporaryFolder()
  await writeSmallPhotos(folder, ['a.jpg', 'b.jpg'])
  await expect(openTestLibrary(dataDir, { access: 'read' })).rejects.toMatchObject({ code: 'not-found' })
  const writer = await openTestLibrary(dataDir)
  await writer.client['folders.add']({ paths: [folder] })
  await writer.library.settled()

  await expect(openTestLibrary(dataDir)).rejects.toMatchObject({ code: 'library-in-use' })
  const reader = await openTestLibrary(dataDir, { access: 'read' })
  expect((await reader.client['folders.list']({})).folders[0]).toMatchObject({ path: folder, photoCount: 2 })
  expect(await reader.client['indexing.progress']({})).toMatchObject({ state: 'idle', done: 2, total: 2 })
  const inUse = expect.objectContaining({ code: 'library-in-use' })
  await expect(reader.client['folders.add']({ paths: [join(folder, '..')] })).rejects.toEqual(inUse)
  await expect(reader.client['folders.remove']({ folderId: 1 })).rejects.toEqual(inUse)
  await expect(reader.client['folders.rescan']({})).rejects.toEqual(inUse)
  await expect(reader.client['indexing.pause']({})).rejects.toEqual(inUse)
  await writer.close()
  const next = await openTestLibrary(dataDir)
  expect((await next.client['folders.list']({})).folders).toHaveLength(1)
})

test('originals are only ever read', async () => {
  const folder = temporaryFolder()
  await writeSmallPhotos(folder, ['a.jpg', 'sub/b.jpg'])
  const fingerprint = (): readonly unknown[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .toSorted()
      .map((name) => {
        const stats = statSync(join(folder, name))
        const bytes = stats.isFile() ? readFileSync(join(folder, name)) : ''
        return [name, stats.mtimeMs, stats.ctimeMs, stats.mode, createHash('sha256').update(bytes).digest('hex')]
      })
  const before = fingerprint()
  const opened = await openTestLibrary(temporaryFolder())
  await opened.client['folders.add']({ paths: [folder] })
  await opened.library.settled()
  await opened.client['problems.retry']({})
  await opened.client['folders.rescan']({})
  await opened.library.settled()
  expect(fingerprint()).toEqual(before)
})

test(
  'a read-only folder works; an unreadable one is said, and its photos are not forgotten',
  { timeout: 120_000 },
  async ({ skip }) => {
    if (process.platform === 'win32') skip('Permissions are another thing on Windows.')
    // Whoever runs the tests as root may read everything, so that the library is run as nobody.
    const isRoot = process.getuid?.() === 0
    const nobody = 65_534
    const place = temporaryFolder()
    const [folder, dataDir] = [join(place, 'photos'), join(place, 'data')]
    mkdirSync(dataDir)
    await writeSmallPhotos(folder, ['a.jpg', 'closed/b.jpg', 'closed/deep/c.jpg', 'half/d.jpg'])
    writeFileSync(join(folder, 'secret.jpg'), await drawNoise(50, 50).jpeg().toBuffer())
    if (isRoot) {
      chmodSync(place, 0o755)
      chownSync(dataDir, nobody, nobody)
    }
    const index = async (): Promise<string> => {
      const script = join(rootDir, 'tests/fixtures/processes/library-process.ts')
      const child = spawn(process.execPath, [script, dataDir, folder], isRoot ? { uid: nobody, gid: nobody } : {})
      const chunks: string[] = []
      for await (const chunk of child.stdout.setEncoding('utf8')) chunks.push(String(chunk))
      return (
        chunks
          .join('')
          .split('\n')
          .findLast((line) => line.startsWith('settled')) ?? ''
      )
    }
    const states = () => {
      const database = new BetterSqlite3(databaseFile(dataDir), { readonly: true })
      const rows = database
        .prepare<[], { path: string; state: string; code: string | null }>(
          'SELECT relative_path AS path, state, failure_code AS code FROM file ORDER BY path',
        )
        .all()
      database.close()
      return rows.map(({ path, state, code }) => `${path} ${state}${code === null ? '' : ` ${code}`}`)
    }
    chmodSync(folder, 0o555)
    chmodSync(join(folder, 'secret.jpg'), 0o000)
    await index()
    const all = [
      'a.jpg ready',
      'closed/b.jpg ready',
      'closed/deep/c.jpg ready',
      'half/d.jpg ready',
      'secret.jpg failed unreadable',
    ]
    expect(states()).toEqual(all)

    chmodSync(join(folder, 'closed'), 0o000)
    chmodSync(join(folder, 'half'), 0o444)
    expect(await index()).toMatch(/Winnow is not allowed to read “closed” and 1 other folder\./)
    expect(states()).toEqual(all)
    chmodSync(folder, 0o755)
    chmodSync(join(folder, 'closed'), 0o755)
    chmodSync(join(folder, 'half'), 0o755)
  },
)

test('a full disk pauses with a sentence, and room lets it go on', { timeout: 120_000 }, async ({ skip }) => {
  const folder = temporaryFolder()
  const dataDir = temporaryFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', dataDir], { stdio: 'ignore' })
  } catch {
    skip('Only root on Linux can make a small disk.')
  }
  onTestFinished(() => void execFileSync('umount', ['-l', dataDir]))
  await writeSmallPhotos(
    folder,
    Array.from({ length: 400 }, (_, i) => `${i}.jpg`),
  )
  const opened = await openTestLibrary(dataDir, { cacheDir: temporaryFolder() })
  await opened.library.settled()
  const filler = join(dataDir, 'filler')
  writeFileSync(filler, Buffer.alloc(statfsSync(dataDir).bavail * statfsSync(dataDir).bsize - 600_000))

  await opened.client['folders.add']({ paths: [folder] })
  await eventually(async () => (await opened.client['indexing.progress']({})).state === 'waiting', 60_000)
  expect(await opened.client['indexing.progress']({})).toMatchObject({ notice: expect.stringMatching(/disk is full/) })
  await expect(opened.library.settled()).rejects.toMatchObject({ code: 'disk-full' })
  rmSync(filler)
  await opened.client['indexing.resume']({})
  await opened.library.settled()
  expect(opened.query("SELECT 1 FROM file WHERE state = 'ready'")).toHaveLength(400)
  expect(opened.query('SELECT 1 FROM embedding')).toHaveLength(400)
})
