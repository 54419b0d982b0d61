import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startNodeWorker } from '../../src/platform/start-node-worker.ts'
import { writeSmallPhotos } from '../fixtures/images/small-photos.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { eventually, openTestLibrary, rootDir, workerEntry } from '../fixtures/library/test-library.ts'

const breakingWorker = join(rootDir, 'tests/fixtures/processes/breaking-worker.ts')

test('only the file that kills the worker twice is set aside, and everything else is read', async () => {
  const folder = temporaryFolder()
  const names = Array.from({ length: 200 }, (_, i) => (i % 60 === 7 ? `crash ${i}.jpg` : `photo ${i}.jpg`))
  await writeSmallPhotos(folder, names)
  const opened = await openTestLibrary(temporaryFolder(), { startWorker: () => startNodeWorker(breakingWorker) })
  await opened.client['folders.add']({ paths: [folder] })
  await opened.library.settled()

  const failed = opened.query<{ path: string; crashes: number; code: string }>(
    `SELECT relative_path AS path, crash_count AS crashes, failure_code AS code FROM file WHERE state = 'failed' ORDER BY id`,
  )
  expect(failed.map(({ path }) => path).toSorted()).toEqual(names.filter((name) => name.startsWith('crash')).toSorted())
  expect(new Set(failed.map(({ code, crashes }) => `${code} ${crashes}`))).toEqual(new Set(['crashes-the-decoder 2']))
  expect(opened.query("SELECT 1 FROM file WHERE state = 'ready' AND crash_count = 0")).toHaveLength(196)
  const { problems } = await opened.client['problems.list']({})
  for (const { reason, name } of problems) expect(reason).toContain(name)
})

test('a worker that dies over the head of a file reads it all the same', async () => {
  const folder = temporaryFolder()
  await writeSmallPhotos(folder, ['a.jpg', 'look-crash.jpg', 'z.jpg'])
  const opened = await openTestLibrary(temporaryFolder(), { startWorker: () => startNodeWorker(breakingWorker) })
  await opened.client['folders.add']({ paths: [folder] })
  await opened.library.settled()
  expect(opened.query("SELECT 1 FROM file WHERE state = 'ready'")).toHaveLength(3)
})

test('a worker that can never start is said in a sentence, and photos are listed all the same', async () => {
  const folder = temporaryFolder()
  await writeSmallPhotos(folder, ['a.jpg'])
  const script = join(rootDir, 'tests/fixtures/processes/dead-worker.ts')
  const opened = await openTestLibrary(temporaryFolder(), { startWorker: () => startNodeWorker(script) })
  await opened.client['folders.add']({ paths: [folder] })
  await expect(opened.library.settled()).rejects.toMatchObject({ code: 'worker-down' })
  const progress = await opened.client['indexing.progress']({})
  expect(progress).toMatchObject({ state: 'waiting', done: 0, total: 1 })
  expect(progress.notice).toMatch(/stops again and again/)
  expect((await opened.client['photos.list']({})).total).toBe(1)
})

test('kill -9 of the real worker, again and again, costs time only', { timeout: 180_000 }, async ({ skip }) => {
  if (!existsSync(`/proc/${process.pid}/stat`)) skip('Processes are found in /proc.')
  const folder = temporaryFolder()
  await writeSmallPhotos(
    folder,
    Array.from({ length: 400 }, (_, i) => `${i}.jpg`),
  )
  const opened = await openTestLibrary(temporaryFolder())
  await opened.client['folders.add']({ paths: [folder] })
  for (let kills = 0; kills < 4; kills++) {
    const before = (await opened.client['indexing.progress']({})).done
    await eventually(async () => (await opened.client['indexing.progress']({})).done > before + 20, 60_000)
    // A file that is read alone after a kill would be blamed for a second one: that is what twice means.
    const suspects = "SELECT 1 FROM file WHERE state IN ('found', 'looked') AND crash_count > 0"
    await eventually(() => opened.query(suspects).length === 0, 60_000)
    for (const pid of workersOf(process.pid)) process.kill(pid, 'SIGKILL')
  }
  await opened.library.settled()
  expect(opened.query("SELECT 1 FROM file WHERE state = 'ready'")).toHaveLength(400)
  expect(opened.query('SELECT 1 FROM embedding')).toHaveLength(400)
})

function workersOf(parentPid: number): readonly number[] {
  return execFileSync('ps', ['--ppid', String(parentPid), '-o', 'pid='], { encoding: 'utf8' })
    .split('\n')
    .map(Number)
    .filter((pid) => pid > 0 && readCommand(pid).includes(workerEntry))
}

function readCommand(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
