import { mkdirSync } from 'node:fs'
import { unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createNodeDisk } from '../../src/library/sorting/disk/node-disk.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { failingDisk, systemError } from '../fixtures/sort-runs/failing-disk.ts'
import type { DiskStep } from '../fixtures/sort-runs/failing-disk.ts'
import { findWrong } from '../fixtures/sorting/find-wrong.ts'
import { mixedTree, writeMixedTree } from '../fixtures/sorting/mixed-tree.ts'
import { openSorter } from '../fixtures/sorting/open-sorter.ts'
import { folderOnSecondVolume, noSecondVolume } from '../fixtures/sorting/second-volume.ts'

/** What stops the run for a while: a disk that is full, one that does not answer. */
const codes = ['ENOSPC', 'ETIMEDOUT', 'EROFS', 'ENODEV']
const canWait = /is there twice$|are apart$|\.winnow-.*\.part does not belong there$/
const changing = new Set<DiskStep>(['makeDirectory', 'renameWithoutReplacing', 'link', 'copy', 'remove'])

test.for([
  { action: 'move', volumes: 'one volume' },
  { action: 'move', volumes: 'two volumes' },
  { action: 'copy', volumes: 'one volume' },
  { action: 'link', volumes: 'one volume' },
] as const)(
  '$action, $volumes: every step that changes the disk fails once; after each, and when resumed, every file is whole',
  { timeout: 300_000 },
  async ({ action, volumes }, { skip }) => {
    const fast = folderOnSecondVolume()
    if (volumes === 'two volumes' && fast === null) return skip(noSecondVolume)
    const root = volumes === 'two volumes' ? temporaryFolder() : (fast ?? temporaryFolder())
    const [from, to] = [join(root, 'photos'), join(fast ?? root, 'sorted')]
    mkdirSync(to)
    const groups = await mixedTree()
    await writeMixedTree(from, groups)
    const sorted = { from, to, action, groups, hasTags: false }
    const sorter = openSorter(join(root, 'data'), unlink)
    const failed = new Set<string>()
    const engine = sorter.engine(
      failingDisk(createNodeDisk(), (step, paths) => {
        const key = JSON.stringify([step, ...paths])
        if (!changing.has(step) || failed.has(key)) return
        failed.add(key)
        throw systemError(codes[failed.size % codes.length] ?? 'EIO')
      }),
    )
    const runId = engine.start(sorter.prepare(sorted, groups))
    const untilIdle = async (): Promise<void> => {
      for (await engine.settled(); engine.progress().state !== 'idle'; await engine.settled()) {
        expect(engine.progress()).toMatchObject({ state: 'waiting' })
        const wrong = await findWrong(sorted, null)
        // Where taking back failed too, the journal has files in hand, and may have two of one until it can look after them.
        const isInHand = sorter.context.store.sortEntry.inHand(runId).length > 0
        expect(isInHand ? wrong.filter((one) => !canWait.test(one)) : wrong).toEqual([])
        engine.resume()
      }
    }
    await untilIdle()
    expect(sorter.context.store.sortRun.withCounts(runId)).toMatchObject({ state: 'done', done: 200, failed: 0 })
    expect(await findWrong(sorted, 'to')).toEqual([])
    const failedBefore = failed.size
    expect(failedBefore).toBeGreaterThanOrEqual(200)

    engine.undo(runId, null)
    await untilIdle()
    expect(sorter.context.store.sortRun.withCounts(runId)).toMatchObject({ state: 'undone', undone: 200 })
    expect(await findWrong(sorted, 'from')).toEqual([])
    await engine.close()
    await sorter.close()
  },
)
