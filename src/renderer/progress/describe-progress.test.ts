import { describe, expect, it } from 'vitest'
import type { Progress } from '../../contract/indexing.ts'
import { describeProgress, timeLeft } from './describe-progress.ts'

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

describe('the progress line', () => {
  it('says done, total, speed and time left', () => {
    expect(describeProgress(running)).toBe('1,204 of 8,310 · 61/s · 2 min left')
  })

  it('leaves out what is not known', () => {
    expect(describeProgress({ ...running, secondsLeft: null, photosPerSecond: 0 })).toBe('1,204 of 8,310')
  })

  it('says why nothing moves', () => {
    expect(describeProgress({ ...running, state: 'paused' })).toBe('1,204 of 8,310 · paused')
    expect(describeProgress({ ...running, state: 'waiting' })).toBe('1,204 of 8,310 · waiting')
  })

  it('counts nothing while the first scan runs', () => {
    expect(describeProgress({ ...running, stage: 'scanning', done: 0, total: 0 })).toBe('Looking through folders')
  })
})

describe('time left', () => {
  it.each([
    [0, 'less than a minute left'],
    [49, 'less than a minute left'],
    [50, '1 min left'],
    [59 * 60, '59 min left'],
    [60 * 60, '1 h left'],
    [79 * 60, '1 h 20 min left'],
    [119 * 60, '2 h left'],
  ])('of %i s is "%s"', (seconds, words) => {
    expect(timeLeft(seconds)).toBe(words)
  })
})
