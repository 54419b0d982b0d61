import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { smallPhoto } from '../fixtures/images/small-photos.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { openSortedLibrary } from '../fixtures/sort-runs/sorted-library.ts'
import { rawFiles, rawTree } from '../fixtures/sorting/raw-tree.ts'

const photoCount = 2000
const fileCount = 5000

/** What lies beside photo number `i`: 3,000 files in all. */
function companionsOf(i: number): readonly string[] {
  const stem = `IMG_${i}`
  switch (i % 8) {
    case 0:
      return [`${stem}.xmp`, `${stem}.CR3`, `${stem}.pp3`]
    case 1:
      return [`${stem}.jpg.xmp`, `${stem}.MOV`, `${stem}.AAE`]
    case 2:
      return [`${stem}.jpg.json`, `${stem}.dop`]
    case 3:
    case 4:
      return [`${stem}.xmp`, `${stem}.jpg.pp3`]
    default:
      return []
  }
}

/** In folders as people have them: by trip, some photos of one name in two of them. */
async function writeMany(folder: string): Promise<void> {
  let count = 0
  for (let i = 0; i < photoCount; i++) {
    // Each card begins to count anew; two are in use at the same time.
    const number = i % 400
    const takenAtS = 1_450_000_000 + number * 90_001 + Math.floor(i / 800) * 40_000_000
    const directory = join(folder, `trip ${Math.floor(i / 100)}`)
    if (i % 100 === 0) mkdirSync(directory, { recursive: true })
    for (const name of [`IMG_${number}.jpg`, ...companionsOf(number)]) {
      const path = join(directory, name)
      writeFileSync(path, name.endsWith('.jpg') ? await smallPhoto(i) : `${name} of ${i}`.padEnd(count % 97, '.'))
      utimesSync(path, 1_500_000_000, takenAtS + 0.123456 + (count++ % 3))
    }
  }
  expect(count).toBe(fileCount)
}

test('5,000 files with companions: sorted by month, each found whole from outside, and after a restart all are back', async () => {
  const dir = temporaryFolder()
  const from = join(dir, 'photos')
  const target = join(dir, 'sorted')
  mkdirSync(target)
  await writeMany(from)
  const before = rawTree(from)
  const first = await openSortedLibrary(dir, { trash: (path) => rm(path) })
  await first.takeIn(from)
  const rows = first.rows()
  const { client } = first
  const plan = await client['sorting.plan']({
    scope: { kind: 'library' },
    rules: { rules: [{ when: [], to: '{year}/{month}' }], otherwise: null, includeUnsure: false },
    action: 'move',
    targetPath: target,
  })
  expect(plan).toMatchObject({ obstacle: null, notices: [], counts: { go: photoCount, files: fileCount, blocked: 0 } })
  expect(plan.counts.renamed).toBeGreaterThan(500)
  const { runId } = await client['sorting.apply']({ planId: plan.planId })
  await first.sorted()

  const { run } = await client['sorting.run']({ runId })
  expect(run).toMatchObject({ state: 'done', total: fileCount, done: fileCount, failed: 0, notice: null })
  const after = rawTree(target)
  expect(rawFiles(after)).toEqual(rawFiles(before))
  expect(rawFiles(rawTree(from))).toEqual([])
  const entries = first.context.store.sortEntry.page(runId, null, 0, fileCount)
  let photo = ''
  for (const { fromPath, toPath, isCompanion } of entries) {
    expect(after[toPath.slice(target.length + 1)]).toBe(before[fromPath.slice(from.length + 1)])
    if (!isCompanion) photo = toPath
    expect(dirname(toPath)).toBe(dirname(photo))
    // "IMG_7 (2).jpg" has "IMG_7 (2).xmp" and "IMG_7 (2).jpg.pp3".
    const stem = basename(photo, '.jpg')
    expect([`${stem}.`, `${stem}.jpg.`].some((start) => basename(toPath).startsWith(start))).toBe(true)
  }
  const moved = first.rows()
  expect(moved.map(({ fileId, photoId, state }) => `${fileId} ${photoId} ${state}`).toSorted()).toEqual(
    rows.map(({ fileId, photoId, state }) => `${fileId} ${photoId} ${state}`).toSorted(),
  )
  await first.close()

  const next = await openSortedLibrary(dir, { trash: (path) => rm(path) })
  await next.client['sorting.undo']({ runId })
  await next.sorted()
  expect((await next.client['sorting.run']({ runId })).run).toMatchObject({
    state: 'undone',
    undone: fileCount,
    kept: 0,
  })
  expect(rawTree(from)).toEqual(before)
  expect(rawTree(target)).toEqual({})
  expect(next.rows()).toEqual(rows)
})
