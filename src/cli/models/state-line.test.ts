import { describe, expect, it } from 'vitest'
import { stateLine, stateWords } from './state-line.ts'

describe('stateLine', () => {
  it('tells how a download goes', () => {
    const state = {
      kind: 'downloading',
      doneBytes: 152e6,
      totalBytes: 608e6,
      bytesPerSecond: 12e6,
      secondsLeft: 38,
    } as const
    expect(stateLine(state, 100)).toBe('██████░░░░░░░░░░░░░░░░░░ 152 MB of 608 MB · 12 MB/s · 38 s left')
    expect(stateLine(state, 30)).toHaveLength(29)
  })

  it('tells how a model looks at the library, and what it waits for', () => {
    const state = {
      kind: 'preparing',
      done: 1204,
      total: 8310,
      photosPerSecond: 0,
      secondsLeft: null,
      state: 'waiting',
      stage: 'photos',
      notice: 'Waits for power.',
    } as const
    expect(stateLine(state, 100)).toBe('███░░░░░░░░░░░░░░░░░░░░░ 1,204 of 8,310 photos · Waits for power.')
  })
})

describe('stateWords', () => {
  it('says how much of a paused download is here', () => {
    expect(stateWords({ kind: 'paused', doneBytes: 999, totalBytes: 1000 })).toBe('download paused, 99 %')
    expect(stateWords({ kind: 'available' })).toBe('not here')
  })
})
