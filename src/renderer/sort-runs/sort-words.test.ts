import { describe, expect, it } from 'vitest'
import { sampleRun } from './sample-run.ts'
import {
  canContinue,
  canUndo,
  leftoverParts,
  outcomeWords,
  sortProgressParts,
  sortStage,
  stateName,
} from './sort-words.ts'
import { sampleProgress } from './sample-progress.ts'

describe('progress of a sort', () => {
  it('says counts, speed and time', () => {
    expect(
      sortProgressParts(sampleProgress({ done: 812, total: 1204, filesPerSecond: 420, secondsLeft: 2.6 })),
    ).toEqual(['812 of 1,204 files', '420/s', '3 s left'])
    expect(sortProgressParts(sampleProgress({ done: 0, total: 1, secondsLeft: 600 }))).toEqual([
      '0 of 1 file',
      '10 min left',
    ])
    expect(sortProgressParts(sampleProgress({ secondsLeft: null }))).toEqual(['0 of 10 files'])
  })

  it('says that it rests, and nothing that was true while it moved', () => {
    const resting = { done: 4, filesPerSecond: 12, secondsLeft: 3 }
    expect(sortProgressParts(sampleProgress({ ...resting, state: 'paused' }))).toEqual(['4 of 10 files', 'paused'])
    expect(sortProgressParts(sampleProgress({ ...resting, state: 'waiting' }))).toEqual(['4 of 10 files', 'waiting'])
  })

  it('says what is done to the files, and that they go back', () => {
    expect(sortStage(sampleProgress({}), 'copy')).toBe('Copying files')
    expect(sortStage(sampleProgress({ direction: 'undo' }), 'move')).toBe('Moving files back')
    expect(sortStage(sampleProgress({ direction: 'undo' }), 'link')).toBe('Removing links')
  })
})

describe('what became of a sort', () => {
  it('says how many files went where', () => {
    expect(outcomeWords(sampleRun({ total: 1204, done: 1204 }))).toBe('1,204 files moved to /photos/Sorted')
    expect(outcomeWords(sampleRun({ action: 'copy', total: 1, done: 1 }))).toBe('1 file copied to /photos/Sorted')
    expect(outcomeWords(sampleRun({ total: 2, failed: 2 }))).toBe('No file was moved')
  })

  it('says how far a sort came that was cancelled, and that the rest is as it was', () => {
    const cancelled = sampleRun({ state: 'cancelled', total: 10, done: 3, failed: 1, waiting: 6 })
    expect(outcomeWords(cancelled)).toBe('3 of 10 files moved to /photos/Sorted')
    expect(leftoverParts(cancelled)).toEqual(['1 left where it was', '6 not begun'])
    expect([canUndo(cancelled), canContinue(cancelled), stateName(cancelled)]).toEqual([true, true, 'Cancelled'])
  })

  it('says what went back and what did not', () => {
    const undone = sampleRun({ state: 'undone', total: 10, undone: 8, kept: 2 })
    expect(outcomeWords(undone)).toBe('8 files moved back')
    expect(leftoverParts(undone)).toEqual(['2 could not be moved back and stay where they are'])
    expect([canUndo(undone), canContinue(undone)]).toEqual([false, false])
  })

  it('says that copies are removed, not moved back', () => {
    const undone = sampleRun({ action: 'copy', state: 'undone', total: 3, undone: 1, kept: 2 })
    expect(outcomeWords(undone)).toBe('1 copy removed')
    expect(leftoverParts(undone)).toEqual(['2 could not be removed and stay where they are'])
  })

  it('says that some were taken back', () => {
    const partly = sampleRun({ total: 10, done: 9, undone: 1 })
    expect(outcomeWords(partly)).toBe('9 files moved to /photos/Sorted, 1 moved back')
    expect(stateName(partly)).toBe('Partly undone')
    expect(canUndo(partly)).toBe(true)
  })

  it('offers nothing while files are under way', () => {
    const running = sampleRun({ state: 'running', total: 10, done: 3, waiting: 7 })
    expect([canUndo(running), canContinue(running)]).toEqual([false, false])
  })
})
