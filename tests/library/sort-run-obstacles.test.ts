import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createNodeDisk } from '../../src/library/sorting/disk/node-disk.ts'
import type { Disk } from '../../src/library/sorting/disk/disk.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { failingDisk, systemError } from '../fixtures/sort-runs/failing-disk.ts'
import { contentsOf, newRun, openSortedLibrary, treeOf, writeFiles } from '../fixtures/sort-runs/sorted-library.ts'
import type { SortedLibrary } from '../fixtures/sort-runs/sorted-library.ts'
import { mountSmall, noSmallDisk, remount } from '../fixtures/sorting/mount-small.ts'

interface Bench {
  readonly library: SortedLibrary
  readonly from: string
  readonly to: string
}

const names = Array.from({ length: 12 }, (_, i) => `${String(i).padStart(2, '0')}.jpg`)
const wishes = names.map((name) => [[name, `x/${name}`] as const])
const files = Object.fromEntries(names.map((name) => [name, `it is ${name}`]))
const sorted = Object.fromEntries(names.map((name) => [`x/${name}`, `it is ${name}`]))

async function bench(disk: Disk, contents: Readonly<Record<string, string>> = files): Promise<Bench> {
  const dir = temporaryFolder()
  const from = join(dir, 'photos')
  const to = join(dir, 'sorted')
  await mkdir(to)
  await writeFiles(from, contents)
  const library = await openSortedLibrary(dir, { disk, trash: async (path) => await rm(path) })
  await library.takeIn(from)
  return { library, from, to }
}

test.for(['move', 'copy'] as const)(
  'a %s to a disk that gets full waits with nothing half done',
  async (action, { skip }) => {
    const big = Object.fromEntries(names.map((name) => [name, name.repeat(8000)]))
    const { library, from, to } = await bench(createNodeDisk(), big)
    if (!mountSmall(to, 'size=256k')) skip(noSmallDisk)
    const runId = library.engine.start(await newRun(library, from, to, action, wishes))
    await library.engine.settled()
    const { state, notice } = library.engine.progress()
    expect(state).toBe('waiting')
    expect(notice).toBe(`The disk of ${join(to, 'x')} is full. Free some space, then resume.`)
    const there = await contentsOf(to)
    const here = await contentsOf(from)
    expect(Object.keys(there).length).toBeGreaterThan(0)
    expect(Object.keys(there).length).toBeLessThan(names.length)
    for (const name of names) {
      if (`x/${name}` in there) expect(there[`x/${name}`]).toBe(big[name])
      if (action === 'copy' || !(`x/${name}` in there)) expect(here[name]).toBe(big[name])
      else expect(here[name]).toBe(undefined)
    }

    remount(to, 'size=16m')
    library.engine.resume()
    expect(await library.run(runId)).toMatchObject({ state: 'done' })
    expect(Object.keys(await contentsOf(to))).toEqual(names.map((name) => `x/${name}`))
  },
)

test('a target that can’t be written to: the run waits, and goes on when it can', async ({ skip }) => {
  const { library, from, to } = await bench(createNodeDisk())
  if (!mountSmall(to, 'size=1m,ro')) skip(noSmallDisk)
  const runId = library.engine.start(await newRun(library, from, to, 'move', wishes))
  await library.engine.settled()
  expect(library.engine.progress()).toMatchObject({ state: 'waiting', done: 0, total: names.length })
  expect(library.engine.progress().notice).toContain('can’t be written to now')
  expect(await contentsOf(from)).toEqual(files)
  remount(to, 'rw')
  library.engine.resume()
  expect(await library.run(runId)).toMatchObject({ state: 'done' })
  expect(await contentsOf(to)).toEqual(sorted)
})

test('a target that went away is not made anew in its place', async () => {
  const { library, from, to } = await bench(createNodeDisk())
  const runId = library.engine.start(await newRun(library, from, to, 'move', wishes))
  await library.run(runId)
  await rename(to, `${to} away`)
  library.engine.undo(runId, null)
  await library.engine.settled()
  expect(library.engine.progress()).toMatchObject({
    state: 'waiting',
    notice: `The folder ${to} is not there now. Connect its drive, then resume.`,
  })
  await rename(`${to} away`, to)
  library.engine.resume()
  expect(await library.run(runId)).toMatchObject({ state: 'undone' })
  expect(await contentsOf(from)).toEqual(files)
})

test('a folder of photos that went away: its files are not given up', async () => {
  const { library, from, to } = await bench(createNodeDisk())
  const run = await newRun(library, from, to, 'move', wishes)
  await rename(from, `${from} away`)
  const runId = library.engine.start(run)
  await library.engine.settled()
  expect(library.engine.progress().notice).toBe(`The folder ${from} is not there now. Connect its drive, then resume.`)
  await rename(`${from} away`, from)
  library.engine.resume()
  expect(await library.run(runId)).toMatchObject({ state: 'done' })
})

/** A disk, and what is to happen when it has so many files in hand. */
function createMoment(atFile: number): { readonly disk: Disk; act: () => void } {
  let placed = 0
  const moment = {
    disk: failingDisk(createNodeDisk(), (step) => {
      if (step === 'renameWithoutReplacing' && ++placed === atFile) moment.act()
    }),
    act(): void {},
  }
  return moment
}

test('pause and resume: what is done stays, the rest follows', async () => {
  const moment = createMoment(5)
  const { library, from, to } = await bench(moment.disk)
  moment.act = () => library.engine.pause()
  const runId = library.engine.start(await newRun(library, from, to, 'move', wishes))
  await library.engine.settled()
  const { state, done } = library.engine.progress()
  expect(state).toBe('paused')
  expect(done).toBeGreaterThan(0)
  expect(done).toBeLessThan(names.length)
  expect((await readdir(join(to, 'x'))).length).toBe(done)
  expect((await readdir(from)).length).toBe(names.length - done)
  library.engine.resume()
  expect(await library.run(runId)).toMatchObject({ state: 'done' })
  expect(await contentsOf(to)).toEqual(sorted)
  expect(library.engine.progress().state).toBe('idle')
})

test('cancel: what is done stays done, can be continued and undone', async () => {
  const moment = createMoment(5)
  const { library, from, to } = await bench(moment.disk)
  const before = await treeOf(from)
  moment.act = () => library.engine.cancel()
  const runId = library.engine.start(await newRun(library, from, to, 'move', wishes))
  const { state, entries } = await library.run(runId)
  expect(state).toBe('cancelled')
  expect(entries.filter((entry) => entry.state === 'done').length).toBe((await readdir(join(to, 'x'))).length)
  expect(entries.some((entry) => entry.state === 'waiting')).toBe(true)
  library.engine.undo(runId, null)
  expect(await library.run(runId)).toMatchObject({ state: 'undone' })
  expect(await treeOf(from)).toEqual(before)
  library.engine.redo(runId)
  const again = await library.run(runId)
  expect(again.entries.map((entry) => entry.state)).toEqual(entries.map((entry) => entry.state))
  library.engine.resumeRun(runId)
  expect(await library.run(runId)).toMatchObject({ state: 'done' })
  expect(await contentsOf(to)).toEqual(sorted)
})

test('closed in the middle, the run says so and goes on after the next start', async () => {
  const moment = createMoment(5)
  const { library, from, to } = await bench(moment.disk)
  let closing: Promise<void> | undefined
  moment.act = () => (closing = library.engine.close())
  const runId = library.engine.start(await newRun(library, from, to, 'move', wishes))
  await library.run(runId)
  await closing
  const { state, notice, entries } = await library.run(runId)
  const done = entries.filter((entry) => entry.state === 'done').length
  expect(state).toBe('interrupted')
  expect(notice).toBe(
    `Winnow was closed while sorting. ${done} of 12 files are in place, ${12 - done} are where they were.`,
  )
  const next = library.openEngine(createNodeDisk())
  await next.recover()
  expect(await library.run(runId)).toMatchObject({ state: 'interrupted', notice })
  next.resumeRun(runId)
  expect(await library.run(runId)).toMatchObject({ state: 'done', notice: null })
  expect(await contentsOf(to)).toEqual(sorted)
})

test('an undo of some files that was interrupted goes on with these and no others', async () => {
  const moment = createMoment(names.length + 3)
  const { library, from, to } = await bench(moment.disk)
  const runId = library.engine.start(await newRun(library, from, to, 'move', wishes))
  await library.run(runId)
  const ids = library.context.store.sortEntry.page(runId, null, 0, 100).map(({ entryId }) => entryId)
  let closing: Promise<void> | undefined
  moment.act = () => (closing = library.engine.close())
  library.engine.undo(runId, ids.slice(0, 8))
  await library.run(runId)
  await closing
  const next = library.openEngine(createNodeDisk())
  await next.recover()
  const interrupted = await library.run(runId)
  expect(interrupted.state).toBe('interrupted')
  expect(interrupted.notice).toContain('while undoing')
  next.resumeRun(runId)
  const { state, entries } = await library.run(runId)
  expect(state).toBe('done')
  expect(entries.map((entry) => entry.state)).toEqual(names.map((_, i) => (i < 8 ? 'undone' : 'done')))
  expect(Object.keys(await contentsOf(from))).toEqual(names.slice(0, 8))
})

test.each(['EIO', 'ENOSPC', 'EACCES', 'EUNHEARD'])(
  'one step that fails with %s loses nothing, and resuming ends well',
  { timeout: 120_000 },
  async (code) => {
    let failing = -1
    let steps = 0
    const disk = failingDisk(createNodeDisk(), () => {
      if (steps++ === failing) throw systemError(code)
    })
    const dir = temporaryFolder()
    const library = await openSortedLibrary(dir, { disk })
    const some = { 'a.jpg': 'one', 'a.xmp': 'about', 'b.jpg': 'two' }
    const done = { 'x/a.jpg': 'one', 'x/a.xmp': 'about', 'y/b.jpg': 'two' }
    const groups = [
      [
        ['a.jpg', 'x/a.jpg'],
        ['a.xmp', 'x/a.xmp'],
      ],
      [['b.jpg', 'y/b.jpg']],
    ] as const
    for (failing = 0; failing === 0 || steps > failing; failing++) {
      const from = temporaryFolder()
      const to = join(temporaryFolder(), 'new')
      await writeFiles(from, some)
      await library.takeIn(from)
      const run = await newRun(library, from, to, 'move', groups)
      steps = 0
      const runId = library.engine.start(run)
      await library.engine.settled()
      const wasWaiting = library.engine.progress().state === 'waiting'
      if (wasWaiting) library.engine.resume()
      const { state, entries } = await library.run(runId)
      expect(state).toBe('done')
      const there = await contentsOf(to).catch(() => ({}))
      const all = { ...(await contentsOf(from)), ...there }
      expect(Object.values(all).sort()).toEqual(Object.values(done).sort())
      if (wasWaiting) expect(there).toEqual(done)
      expect(Object.keys(there).length).toBe(entries.filter((entry) => entry.state === 'done').length)
      expect('x/a.jpg' in there).toBe('x/a.xmp' in there)
      if (!wasWaiting && entries.every((entry) => entry.state === 'done') && steps <= failing) break
    }
  },
)

test('a drive that is away at the next start: nothing is given up, and the run goes on when it is back', async () => {
  let isDead = false
  const disk = failingDisk(createNodeDisk(), (step, paths) => {
    if (step === 'syncDirectory' && paths[0]?.endsWith('sorted') === true) isDead = true
    if (isDead) throw systemError('EIO')
  })
  const { library, from, to } = await bench(disk)
  const runId = library.engine.start(await newRun(library, from, to, 'move', wishes))
  await library.run(runId)
  await library.engine.close()
  await rename(to, `${to} away`)
  const next = library.openEngine(createNodeDisk())
  await next.recover()
  const { state, notice, entries } = await library.run(runId)
  expect(state).toBe('interrupted')
  expect(notice).toContain(`The folder ${to} is not there now.`)
  expect(new Set(entries.map((entry) => entry.state))).toEqual(new Set(['placing']))
  next.resumeRun(runId)
  await next.settled()
  expect(next.progress().state).toBe('waiting')
  await rename(`${to} away`, to)
  next.resume()
  expect(await library.run(runId)).toMatchObject({ state: 'done' })
  expect(await contentsOf(to)).toEqual(sorted)
})

test('a long copy is stopped in the middle, and leaves nothing behind', async () => {
  const moment = { act: (): void => undefined }
  const real = createNodeDisk()
  const disk: Disk = {
    ...real,
    async copy(path, target, signal) {
      moment.act()
      return await real.copy(path, target, signal)
    },
  }
  const { library, from, to } = await bench(disk)
  moment.act = () => library.engine.pause()
  const runId = library.engine.start(await newRun(library, from, to, 'copy', wishes))
  await library.engine.settled()
  expect(library.engine.progress()).toMatchObject({ state: 'paused', done: 0 })
  expect(await contentsOf(to)).toEqual({})
  moment.act = () => undefined
  library.engine.resume()
  expect(await library.run(runId)).toMatchObject({ state: 'done' })
  expect(await contentsOf(to)).toEqual(sorted)
})

test('a folder that was made for files that then could not go is not left behind', async () => {
  const disk = failingDisk(createNodeDisk(), (step) => {
    if (step === 'renameWithoutReplacing') throw systemError('EINVAL')
  })
  const { library, from, to } = await bench(disk)
  const { state, entries } = await library.run(
    library.engine.start(await newRun(library, from, to, 'move', [[['00.jpg', 'x/y/00.jpg']]])),
  )
  expect(state).toBe('done')
  expect(entries[0]).toMatchObject({ state: 'failed', reason: 'The disk can’t hold the name “00.jpg”.' })
  expect(await readdir(to)).toEqual([])
})

/** When the step of this name comes to a path that ends so. */
const disturbedDisk = (at: keyof Disk, ending: string, disturb: (path: string) => void): Disk => {
  let isDone = false
  return failingDisk(createNodeDisk(), (step, paths) => {
    const path = paths.find((one) => one.endsWith(ending))
    if (isDone || step !== at || path === undefined) return
    isDone = true
    disturb(path)
  })
}

test.for([
  { words: 'while it is verified', step: 'hash', ending: '.part' },
  { words: 'right before it would be removed', step: 'syncDirectory', ending: '/x' },
] as const)('to another disk: a file that changes $words stays where it is', async ({ step, ending }, { skip }) => {
  if (!existsSync('/dev/shm')) skip('this machine has no second volume at /dev/shm')
  const places = { from: '' }
  const disk = disturbedDisk(step, ending, () =>
    writeFileSync(join(places.from, '03.jpg'), 'edited in this very moment'),
  )
  const { library, from } = await bench(disk)
  places.from = from
  const to = mkdtempSync('/dev/shm/winnow-sorted-')
  onTestFinished(() => rm(to, { recursive: true, force: true }))
  const run = await newRun(library, from, to, 'move', [[['03.jpg', 'x/03.jpg']], [['04.jpg', 'x/04.jpg']]])
  const { entries } = await library.run(library.engine.start(run))
  expect(entries.map((entry) => entry.state)).toEqual(['failed', 'done'])
  expect(entries[0]!.reason).toContain('“03.jpg”')
  expect((await contentsOf(from))['03.jpg']).toBe('edited in this very moment')
  expect(await contentsOf(to)).toEqual({ 'x/04.jpg': 'it is 04.jpg' })
})

test.for([
  { words: 'vanishes', reason: (_to: string) => '“03.jpg” went away meanwhile.' },
  { words: 'finds its name taken', reason: (to: string) => `The name “03.jpg” is in use in ${to}/x now. Plan again.` },
])('a file that $words in the last moment', async ({ words, reason }) => {
  const places = { from: '', to: '' }
  const disk = disturbedDisk('renameWithoutReplacing', 'x/03.jpg', () => {
    if (words === 'vanishes') rmSync(join(places.from, '03.jpg'))
    else writeFileSync(join(places.to, 'x/03.jpg'), 'came first')
  })
  const { library, from, to } = await bench(disk)
  Object.assign(places, { from, to })
  const run = await newRun(library, from, to, 'move', [[['03.jpg', 'x/03.jpg']], [['04.jpg', 'y/04.jpg']]])
  const { entries } = await library.run(library.engine.start(run))
  expect(entries.map((entry) => entry.state)).toEqual(['failed', 'done'])
  expect(entries[0]!.reason).toBe(reason(to))
  const isTaken = words !== 'vanishes'
  expect((await contentsOf(from))['03.jpg']).toBe(isTaken ? 'it is 03.jpg' : undefined)
  expect((await contentsOf(to))['x/03.jpg']).toBe(isTaken ? 'came first' : undefined)
})
