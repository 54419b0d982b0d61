import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { databaseFile } from '../../src/library/store/database.ts'
import { writeSmallPhotos } from '../fixtures/images/small-photos.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { rootDir } from '../fixtures/library/test-library.ts'

function startLibrary(dataDir: string, folder: string): ChildProcess {
  const script = join(rootDir, 'tests/fixtures/processes/library-process.ts')
  const child = spawn(process.execPath, [script, dataDir, folder], { stdio: ['ignore', 'pipe', 'ignore'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** Resolves with the ids of files that are ready, read as the killed process left them. */
function readyFiles(dataDir: string): readonly { fileId: number; photoId: number }[] {
  if (!existsSync(databaseFile(dataDir))) return []
  const database = new BetterSqlite3(databaseFile(dataDir))
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(database.pragma('foreign_key_check')).toEqual([])
    if (database.pragma('user_version', { simple: true }) === 0) return []
    return database
      .prepare<[], { fileId: number; photoId: number }>(
        "SELECT id AS fileId, photo_id AS photoId FROM file WHERE state = 'ready' ORDER BY id",
      )
      .all()
  } finally {
    database.close()
  }
}

test('kill -9 of the library at any time: the next start goes on where it stopped', { timeout: 300_000 }, async () => {
  const folder = temporaryFolder()
  const dataDir = temporaryFolder()
  await writeSmallPhotos(
    folder,
    Array.from({ length: 300 }, (_, i) => `${i % 7}/${i}.jpg`),
  )
  // While it opens and scans, while it reads, and right after.
  const delaysMs = [150, 600, 1200, 2500, 4000, 5500]
  let before: readonly { fileId: number; photoId: number }[] = []
  for (const delayMs of delaysMs) {
    const child = startLibrary(dataDir, folder)
    const timer = setTimeout(() => child.kill('SIGKILL'), delayMs)
    await once(child, 'exit')
    clearTimeout(timer)
    const ready = readyFiles(dataDir)
    // Nothing that was done is undone.
    expect(ready).toEqual(expect.arrayContaining([...before]))
    before = ready
  }
  const last = startLibrary(dataDir, folder)
  await once(last, 'exit')
  const ready = readyFiles(dataDir)
  expect(ready).toHaveLength(300)
  expect(new Set(ready.map(({ photoId }) => photoId)).size).toBe(300)
  const database = new BetterSqlite3(databaseFile(dataDir), { readonly: true })
  const count = (sql: string): unknown => database.prepare(sql).pluck().get()
  expect(count('SELECT count(*) FROM embedding')).toBe(300)
  expect(count('SELECT count(*) FROM photo')).toBe(300)
  expect(count('SELECT count(*) FROM folder')).toBe(1)
  database.close()
  const thumbnails = readdirSync(join(dataDir, 'cache/thumbs/v1'), { recursive: true, withFileTypes: true })
  expect(thumbnails.filter((entry) => entry.name.endsWith('.webp'))).toHaveLength(300)
})
