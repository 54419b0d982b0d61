import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PlanSummary, SortRequest } from '../../src/contract/sorting.ts'
import { createNodeDisk } from '../../src/library/sorting/disk/node-disk.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { failingDisk } from '../fixtures/sort-runs/failing-disk.ts'
import { openSortedLibrary, writeFiles } from '../fixtures/sort-runs/sorted-library.ts'
import { rawTree } from '../fixtures/sorting/raw-tree.ts'

/** Names that are in use there and content that has to be compared, so that planning reads as much as it ever does. */
const photos = Object.fromEntries(
  Array.from({ length: 24 }, (_, i) => [
    [`in ${i % 3}/${i}.jpg`, `photo ${i % 20}`],
    [`in ${i % 3}/${i} film.mp4`, `film ${i % 7}`],
    ...(i % 2 === 0 ? [[`in ${i % 3}/${i}.xmp`, `about ${i}`]] : []),
  ]).flat(),
)
const inTheWay = Object.fromEntries(Array.from({ length: 24 }, (_, i) => [`2020/09/${i}.jpg`, `photo ${i % 30}`]))

/** All that a plan says, but for its id and the room that others leave. */
const wordsOf = ({ planId: _id, freeBytes: _room, ...words }: PlanSummary): typeof words => words

test('a plan that is cancelled at any of its steps leaves nothing behind, and the next is as if it had not been', async () => {
  const dir = temporaryFolder()
  const [from, to] = [join(dir, 'photos'), join(dir, 'sorted')]
  await mkdir(to)
  await writeFiles(from, photos)
  await writeFiles(to, inTheWay)
  const cancelling = { at: -1, steps: 0, ending: new AbortController() }
  const disk = failingDisk(createNodeDisk(), () => {
    if (cancelling.steps++ === cancelling.at) cancelling.ending.abort()
  })
  const library = await openSortedLibrary(dir, { disk })
  const { client } = library
  await library.takeIn(from)
  const before = { from: rawTree(from), to: rawTree(to) }
  const rows = library.rows()
  const request: SortRequest = {
    scope: { kind: 'library' },
    rules: { rules: [{ when: [], to: '{year}/{month}' }], otherwise: null, includeUnsure: false },
    action: 'move',
    targetPath: to,
  }
  const never = new AbortController()
  never.abort()
  await expect(client['sorting.plan'](request, never.signal)).rejects.toMatchObject({ code: 'cancelled' })
  let plan: PlanSummary | null = null
  while (plan === null) {
    Object.assign(cancelling, { at: cancelling.at + 3, steps: 0, ending: new AbortController() })
    plan = await client['sorting.plan'](request, cancelling.ending.signal).catch((error: unknown) => {
      expect(error).toMatchObject({ code: 'cancelled' })
      return null
    })
    expect(plan === null).toBe(cancelling.ending.signal.aborted)
    // What was being read goes to its end, and no more is begun.
    if (plan === null) expect(cancelling.steps).toBeLessThan(cancelling.at + 64)
  }
  expect(cancelling.at).toBeGreaterThan(100)
  expect(plan.counts.blocked).toBe(0)
  expect(plan.counts.renamed).toBeGreaterThan(0)
  expect(plan.counts.sameContent).toBeGreaterThan(0)
  expect(library.context.store.sortRun.list()).toEqual([])
  await library.close()
  expect({ from: rawTree(from), to: rawTree(to) }).toEqual(before)

  const next = await openSortedLibrary(dir)
  expect(next.rows()).toEqual(rows)
  const fresh = await next.client['sorting.plan'](request)
  expect(wordsOf(fresh)).toEqual(wordsOf(plan))
  const { runId } = await next.client['sorting.apply']({ planId: fresh.planId })
  await next.sorted()
  const { run } = await next.client['sorting.run']({ runId })
  expect(run).toMatchObject({ state: 'done', done: plan.counts.files, failed: 0 })
})
