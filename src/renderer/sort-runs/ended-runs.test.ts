import { expect, it } from 'vitest'
import { endedRuns, standingOf } from './ended-runs.ts'
import { sampleRun } from './sample-run.ts'

const ids = (...arguments_: Parameters<typeof endedRuns>): readonly number[] =>
  endedRuns(...arguments_).map(({ runId }) => runId)

it('finds runs that ended between two looks, also those that were never seen under way', () => {
  const before = [
    sampleRun({ runId: 1, total: 2, done: 2 }),
    sampleRun({ runId: 2, state: 'running', total: 2, waiting: 2 }),
  ]
  const known = new Map(before.map((run) => [run.runId, standingOf(run)]))
  expect(ids(before, known)).toEqual([])
  const after = [
    sampleRun({ runId: 3, total: 1, done: 1 }),
    sampleRun({ runId: 2, total: 2, done: 2 }),
    sampleRun({ runId: 1, state: 'undoing', total: 2, done: 1, undone: 1 }),
  ]
  expect(ids(after, known)).toEqual([3, 2])
})

it('finds a run of which one file was taken back', () => {
  const before = sampleRun({ total: 2, done: 2 })
  const known = new Map([[1, standingOf(before)]])
  expect(ids([{ ...before, done: 1, undone: 1 }], known)).toEqual([1])
})
