import { rmSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { SortRequest } from '../../src/contract/sorting.ts'
import { createNodeDisk } from '../../src/library/sorting/disk/node-disk.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { failingDisk } from '../fixtures/sort-runs/failing-disk.ts'
import { openSortedLibrary, writeFiles } from '../fixtures/sort-runs/sorted-library.ts'
import type { SortedLibrary } from '../fixtures/sort-runs/sorted-library.ts'
import { fillDisk, mountSmall, noSmallDisk, remount } from '../fixtures/sorting/mount-small.ts'
import { rawFiles, rawTree } from '../fixtures/sorting/raw-tree.ts'

// What a person meets whose disk is full or can't be written to: before they sort, while they do, and on the way back.

const names = Array.from({ length: 12 }, (_, i) => `${String(i).padStart(2, '0')}.jpg`)
const sizeBytes = 100_000
const photos = Object.fromEntries(names.map((name) => [name, name.padEnd(sizeBytes, '.')]))
const options = { trash: (path: string) => rm(path) }

function toYears(targetPath: string, action: SortRequest['action'], excludedFileIds: readonly number[] = []) {
  return {
    scope: { kind: 'library' as const },
    rules: { rules: [{ when: [], to: '{year}' }], otherwise: null, includeUnsure: false },
    action,
    targetPath,
    edits: { excludedFileIds: [...excludedFileIds], folders: [] },
  }
}

async function progressOf({ client }: SortedLibrary) {
  return await client['sorting.progress']({})
}

async function open(dir: string): Promise<{ library: SortedLibrary; from: string; to: string }> {
  const [from, to] = [join(dir, 'photos'), join(dir, 'sorted')]
  await mkdir(to)
  await writeFiles(from, photos)
  const library = await openSortedLibrary(dir, options)
  await library.takeIn(from)
  return { library, from, to }
}

test.for(['move', 'copy'] as const)(
  'too little room for a %s is said before anything happens; what fits goes',
  async (action, { skip }) => {
    const { library, from, to } = await open(temporaryFolder())
    if (!mountSmall(to, 'size=1m')) skip(noSmallDisk)
    const { client } = library
    const before = rawTree(from)
    const plan = await client['sorting.plan'](toYears(to, action))
    expect(plan).toMatchObject({
      neededBytes: names.length * sizeBytes,
      freeBytes: 1024 * 1024,
      obstacle: 'The disk has 1.0 MB free, and 1.2 MB are needed. Free some space, or sort less.',
    })
    await expect(client['sorting.apply']({ planId: plan.planId })).rejects.toMatchObject({
      code: 'not-available',
      message: plan.obstacle,
    })
    expect(rawTree(from)).toEqual(before)
    expect(rawTree(to)).toEqual({})

    const fewer = toYears(
      to,
      action,
      library
        .rows()
        .slice(0, 4)
        .map(({ fileId }) => fileId),
    )
    const { planId, obstacle } = await client['sorting.plan'](fewer)
    expect(obstacle).toBe(null)
    await client['sorting.apply']({ planId })
    await library.sorted()
    expect((await client['sorting.runs']({})).runs).toMatchObject([{ state: 'done', done: 8, failed: 0 }])
    expect(rawFiles(rawTree(to))).toHaveLength(8)
  },
)

test('a disk that can only be read is said before anything happens, and is asked again', async ({ skip }) => {
  const { library, from, to } = await open(temporaryFolder())
  if (!mountSmall(to, 'size=4m,ro')) skip(noSmallDisk)
  const { client } = library
  const { planId, obstacle } = await client['sorting.plan'](toYears(to, 'move'))
  expect(obstacle).toBe(`The disk with ${to} can only be read. Choose another, or make it writable.`)
  await expect(client['sorting.apply']({ planId })).rejects.toMatchObject({ code: 'not-available' })
  remount(to, 'rw')
  const before = rawTree(from)
  const again = await client['sorting.plan'](toYears(to, 'move'))
  expect(again.obstacle).toBe(null)
  // And can't be written to again when it comes to it.
  remount(to, 'ro')
  await client['sorting.apply']({ planId: again.planId })
  await library.sorted()
  expect(await progressOf(library)).toMatchObject({
    state: 'waiting',
    done: 0,
    notice: `${join(to, '2020')} can’t be written to now. Allow that, then resume.`,
  })
  expect(rawTree(from)).toEqual(before)
  remount(to, 'rw')
  await client['sorting.resume']({})
  await library.sorted()
  expect(rawFiles(rawTree(to))).toEqual(rawFiles(before))
})

test('a disk that others fill after the plan: the sort waits, is closed, and goes on when there is room', async ({
  skip,
}) => {
  const dir = temporaryFolder()
  const { library, from, to } = await open(dir)
  if (!mountSmall(to, 'size=2m')) skip(noSmallDisk)
  const before = rawTree(from)
  const { planId, obstacle } = await library.client['sorting.plan'](toYears(to, 'move'))
  expect(obstacle).toBe(null)
  remount(to, 'size=400k')
  const { runId } = await library.client['sorting.apply']({ planId })
  await library.sorted()
  expect(await progressOf(library)).toMatchObject({
    state: 'waiting',
    notice: `The disk of ${join(to, '2020')} is full. Free some space, then resume.`,
  })
  const done = rawFiles(rawTree(to)).length
  expect(done).toBeGreaterThan(0)
  expect(done).toBeLessThan(names.length)
  const expectBetween = (): void =>
    expect([...rawFiles(rawTree(from)), ...rawFiles(rawTree(to))].toSorted()).toEqual(rawFiles(before))
  expectBetween()
  await library.client['sorting.resume']({})
  await library.sorted()
  expect(await progressOf(library)).toMatchObject({ state: 'waiting' })
  expectBetween()
  await library.close()

  const next = await openSortedLibrary(dir, options)
  const { runs } = await next.client['sorting.runs']({})
  expect(runs).toMatchObject([{ runId, state: 'interrupted', done, waiting: names.length - done }])
  expectBetween()
  remount(to, 'size=4m')
  await next.client['sorting.continue']({ runId })
  await next.sorted()
  expect((await next.client['sorting.run']({ runId })).run).toMatchObject({ state: 'done', done: names.length })
  expect(rawFiles(rawTree(to))).toEqual(rawFiles(before))
  expect(rawFiles(rawTree(from))).toEqual([])
  await next.client['sorting.undo']({ runId })
  await next.sorted()
  expect(rawTree(from)).toEqual(before)
  expect(rawTree(to)).toEqual({})
})

test('an undo to a disk that is full by now waits, and ends when there is room', async ({ skip }) => {
  const dir = temporaryFolder()
  await mkdir(join(dir, 'photos'))
  if (!mountSmall(join(dir, 'photos'), 'size=2m')) skip(noSmallDisk)
  const { library, from, to } = await open(dir)
  const { client } = library
  const before = rawTree(from)
  const { planId } = await client['sorting.plan'](toYears(to, 'move'))
  const { runId } = await client['sorting.apply']({ planId })
  await library.sorted()
  const ballast = fillDisk(from)
  await client['sorting.undo']({ runId })
  await library.sorted()
  expect(await progressOf(library)).toMatchObject({
    state: 'waiting',
    direction: 'undo',
    done: 0,
    notice: `The disk of ${from} is full. Free some space, then resume.`,
  })
  expect(rawFiles(rawTree(to))).toEqual(rawFiles(before))
  rmSync(ballast)
  await client['sorting.resume']({})
  await library.sorted()
  expect(rawTree(from)).toEqual(before)
  expect(rawTree(to)).toEqual({})
})

test('the disk of the library itself gets full: no file moves that the journal could not hold', async ({ skip }) => {
  const dir = temporaryFolder()
  const data = join(dir, 'data')
  await mkdir(data)
  if (!mountSmall(data, 'size=32m')) skip(noSmallDisk)
  let renames = 0
  let ballast = ''
  const disk = failingDisk(createNodeDisk(), (step) => {
    if (step === 'renameWithoutReplacing' && ++renames === 5) ballast = fillDisk(data)
  })
  const [from, to] = [join(dir, 'photos'), join(dir, 'sorted')]
  await mkdir(to)
  const many = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`${i}.jpg`, `photo ${i}`]))
  await writeFiles(from, many)
  const library = await openSortedLibrary(dir, { ...options, disk })
  await library.takeIn(from)
  const { client } = library
  const before = rawTree(from)
  const { planId } = await client['sorting.plan'](toYears(to, 'move'))

  const full = fillDisk(data)
  // Of which the library makes “disk-full”, in words (src/library/explain-errors.ts).
  await expect(client['sorting.apply']({ planId })).rejects.toMatchObject({ code: 'SQLITE_FULL' })
  await library.sorted()
  expect(rawTree(from)).toEqual(before)
  rmSync(full)

  const { runId } = await client['sorting.apply']({ planId })
  await library.sorted()
  expect(await progressOf(library)).toMatchObject({
    state: 'waiting',
    notice: 'The disk of Winnow’s library is full. Free some space there, then resume.',
  })
  expect([...rawFiles(rawTree(from)), ...rawFiles(rawTree(to))].toSorted()).toEqual(rawFiles(before))
  rmSync(ballast)
  await client['sorting.resume']({})
  await library.sorted()
  expect((await client['sorting.run']({ runId })).run).toMatchObject({ state: 'done', done: 400, failed: 0 })
  expect(rawFiles(rawTree(to))).toEqual(rawFiles(before))
  await client['sorting.undo']({ runId })
  await library.sorted()
  expect(rawTree(from)).toEqual(before)
})
