import { expect, it } from 'vitest'
import type { Progress } from '../contract/indexing.ts'
import { progressLine } from './progress-bar.ts'

const running: Progress = {
  state: 'running',
  stage: 'reading',
  done: 1204,
  total: 8310,
  photosPerSecond: 61.4,
  secondsLeft: 116,
  problemCount: 0,
  notice: null,
}

it('says how far, how fast and how long', () => {
  expect(progressLine(running, 80)).toBe('███░░░░░░░░░░░░░░░░░░░░░ 1,204 of 8,310 · 61/s · 2 min left')
})

it('says nothing it does not know, and stays in its line', () => {
  expect(progressLine({ ...running, stage: 'scanning', done: 0, photosPerSecond: 0, secondsLeft: null }, 80)).toBe(
    '░░░░░░░░░░░░░░░░░░░░░░░░ looking for photos, 8,310 found',
  )
  expect(progressLine({ ...running, total: 0, done: 0 }, 30)).toHaveLength(29)
  expect(progressLine({ ...running, notice: 'The disk is full.' }, 200)).toContain('The disk is full.')
})
