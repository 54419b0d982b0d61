import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { SortAction } from '../../src/core/sorting/sort-rules.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { failingDisk, systemError } from '../fixtures/sort-runs/failing-disk.ts'
import { createNodeDisk } from '../../src/library/sorting/disk/node-disk.ts'
import { contentsOf, newRun, openSortedLibrary, treeOf, writeFiles } from '../fixtures/sort-runs/sorted-library.ts'
import type { SortedLibrary, Wishes } from '../fixtures/sort-runs/sorted-library.ts'

const files = { 'a.jpg': 'one', 'a.xmp': 'about one', 'in/c.jpg': 'three' }
const wishes: Wishes = [
  [
    ['a.jpg', 'x/a (2).jpg'],
    ['a.xmp', 'x/a (2).xmp'],
  ],
  [['in/c.jpg', 'x/y/c.jpg']],
]
const planned = {
  'x/a (2).jpg': 'one',
  'x/a (2).xmp': 'about one',
  'x/y/c.jpg': 'three',
}

interface Case {
  readonly library: SortedLibrary
  readonly from: string
  readonly to: string
}

async function makeCase(library: SortedLibrary, parentOfTarget: string): Promise<Case> {
  const from = temporaryFolder()
  const to = await mkdtemp(join(parentOfTarget, 'winnow-sorted-'))
  onTestFinished(() => rm(to, { recursive: true, force: true }))
  await writeFiles(from, files)
  await library.takeIn(from)
  return { library, from, to }
}

/** Whether files of a group are at the same end, and each file at one of them with its content. */
async function expectWhole({ from, to }: Case, action: SortAction): Promise<void> {
  const here = await contentsOf(from)
  const there = await contentsOf(to)
  expect(Object.keys(there).filter((path) => path.includes('.winnow-'))).toEqual([])
  expect(Object.keys(here).filter((path) => path.includes('.winnow-'))).toEqual([])
  for (const group of wishes) {
    const isThere = group.map(([, path]) => path in there)
    expect(new Set(isThere).size).toBe(1)
    for (const [fromName, toName] of group) {
      const content = planned[toName as keyof typeof planned]
      if (action === 'move') expect(fromName in here).toBe(!(toName in there))
      else expect(here[fromName]).toBe(content)
      if (toName in there) expect(there[toName]).toBe(content)
    }
  }
}

const volumes: Readonly<Record<string, string>> = { 'one volume': tmpdir(), 'two volumes': '/dev/shm' }

const cases = (['move', 'copy', 'link'] as const).flatMap((action) =>
  Object.entries(volumes).flatMap(([words, parent]) =>
    action === 'link' && words === 'two volumes' ? [] : [{ action, words, parent }],
  ),
)

test.for(cases)(
  '$action, $words: whatever step the process ends at, the next start makes each file whole',
  { timeout: 120_000 },
  async ({ action, parent }, { skip }) => {
    if (!existsSync(parent)) skip('this machine has no second volume at /dev/shm')
    const dir = temporaryFolder()
    const library = await openSortedLibrary(dir, { trash: async (path) => await rm(path) })
    const disk = createNodeDisk()
    let isOver = false
    for (let last = 0; !isOver; last++) {
      const one = await makeCase(library, parent)
      const before = await treeOf(one.from)
      // From one step on nothing works any more, so that nothing is tidied up: as when the process has ended.
      isOver = true
      const dying = library.openEngine(
        failingDisk(disk, (_step, _paths, index) => {
          if (index < last) return
          isOver = false
          throw systemError('EIO')
        }),
      )
      const runId = dying.start(await newRun(library, one.from, one.to, action, wishes))
      await library.run(runId)
      await dying.close()
      if (isOver) break
      const next = library.openEngine(disk)
      await next.recover()
      await expectWhole(one, action)
      const { state, notice, entries } = await library.run(runId)
      expect(['interrupted', 'done']).toContain(state)
      const done = entries.filter((entry) => entry.state === 'done').length
      const inPlace = `${done} of 3 files ${done === 1 ? 'is' : 'are'} in place`
      const rest = `${3 - done} ${done === 2 ? 'is' : 'are'} where they were`
      expect(notice?.replace('was closed', 'ended') ?? null).toBe(
        state === 'done' ? null : `Winnow ended while sorting. ${inPlace}, ${rest}.`,
      )

      if (last % 2 === 0 && state === 'interrupted') {
        next.resumeRun(runId)
        expect(await library.run(runId)).toMatchObject({ state: 'done' })
        expect(await contentsOf(one.to)).toEqual(planned)
      }
      next.undo(runId, null)
      await library.run(runId)
      expect(await treeOf(one.from)).toEqual(before)
      expect([...(await treeOf(one.to)).keys()]).toEqual([])
      await next.close()
    }
  },
)

test.for(cases)(
  'undo of $action, $words: whatever step the process ends at, the next start makes each file whole',
  { timeout: 120_000 },
  async ({ action, parent }, { skip }) => {
    if (!existsSync(parent)) skip('this machine has no second volume at /dev/shm')
    const library = await openSortedLibrary(temporaryFolder(), { trash: async (path) => await rm(path) })
    const disk = createNodeDisk()
    let isOver = false
    for (let last = 0; !isOver; last++) {
      const one = await makeCase(library, parent)
      const before = await treeOf(one.from)
      const first = library.openEngine(disk)
      const runId = first.start(await newRun(library, one.from, one.to, action, wishes))
      expect(await library.run(runId)).toMatchObject({ state: 'done' })
      await first.close()
      isOver = true
      const dying = library.openEngine(
        failingDisk(disk, (_step, _paths, index) => {
          if (index < last) return
          isOver = false
          throw systemError('EIO')
        }),
      )
      dying.undo(runId, null)
      await library.run(runId)
      await dying.close()
      const next = library.openEngine(disk)
      await next.recover()
      await expectWhole(one, action)
      const { state } = await library.run(runId)
      expect(['interrupted', 'done', 'undone']).toContain(state)

      if (state === 'interrupted') next.resumeRun(runId)
      else next.undo(runId, null)
      expect(await library.run(runId)).toMatchObject({ state: 'undone' })
      expect(await treeOf(one.from)).toEqual(before)
      expect([...(await treeOf(one.to)).keys()]).toEqual([])
      await next.close()
    }
  },
)
