import { describe, expect, test } from 'vitest'
import type { Question } from '../../contract/teaching.ts'
import {
  answeredCount,
  decidedGain,
  newSession,
  photosNotToAsk,
  type ReviewAnswer,
  type ReviewStep,
  stageOf,
  withAnswer,
  withoutLastStep,
  withoutStep,
  withStep,
  withStored,
} from './review-session.ts'

function question(photoId: number, categoryId = 1): Question {
  return { photoId, categoryId, probability: 0.5, alikePhotoIds: [] }
}

function answer(photoIds: readonly number[], change: Partial<ReviewAnswer> = {}): ReviewAnswer {
  return {
    questions: photoIds.map((photoId) => question(photoId)),
    answerCount: 0,
    decidedCount: 100,
    unsureCount: 20,
    hardlyHelps: false,
    ...change,
  }
}

function step(stepId: number, photoId: number, change: Partial<ReviewStep> = {}): ReviewStep {
  return { stepId, question: question(photoId), verdict: 'yes', photoIds: [photoId], stored: false, ...change }
}

const idsOf = (session: { readonly queue: readonly Question[] }): readonly number[] =>
  session.queue.map(({ photoId }) => photoId)

describe('a review', () => {
  const begun = withAnswer(newSession, answer([1, 2, 3, 4]), false)

  test('keeps what is on screen and what is ready, and takes better questions for the rest', () => {
    const next = withAnswer(begun, answer([9, 2, 8]), false)
    expect(idsOf(next)).toEqual([1, 2, 9, 8])
  })

  test('does not ask again what was answered or skipped meanwhile', () => {
    const after = withAnswer(withStep(begun, step(1, 1)), answer([1, 7]), false)
    expect(idsOf(after)).toEqual([2, 3, 7])
  })

  test('leaves out what “all of these” answered too, for this category only', () => {
    const two = { ...begun, queue: [question(1), question(2), question(2, 5), question(3)] }
    const after = withStep(two, step(1, 1, { photoIds: [1, 2] }))
    expect(after.queue).toEqual([question(2, 5), question(3)])
  })

  test('names what is not to be asked: skipped, not stored yet, about to be shown', () => {
    let session = withStep(begun, step(1, 1, { verdict: null, photoIds: [], stored: true }))
    session = withStep(session, step(2, 2))
    expect(new Set(photosNotToAsk(session))).toEqual(new Set([1, 2, 3, 4]))
    expect(new Set(photosNotToAsk(withStored(session, 2)))).toEqual(new Set([1, 3, 4]))
  })

  test('goes back step by step', () => {
    const after = withStep(withStep(begun, step(1, 1)), step(2, 2))
    const once = withoutLastStep(after)
    expect(idsOf(once)).toEqual([2, 3, 4])
    expect(idsOf(withoutLastStep(once))).toEqual([1, 2, 3, 4])
    expect(withoutLastStep(begun)).toBe(begun)
  })

  test('asks again what could not be stored', () => {
    const after = withStep(withStep(begun, step(1, 1)), step(2, 2))
    expect(idsOf(withoutStep(after, 1))).toEqual([1, 3, 4])
    // Taken back by the person in the meantime: its question is there already.
    expect(withoutStep(withoutLastStep(after), 2)).toEqual(withoutLastStep(after))
  })

  test('counts its gain from where it began', () => {
    const after = withAnswer(
      withStep(begun, step(1, 1, { photoIds: [1, 2, 3] })),
      answer([7], { decidedCount: 117 }),
      true,
    )
    expect([answeredCount(after), decidedGain(after), after.lastGain]).toEqual([3, 17, 17])
    // Questions asked for because few were left say nothing about an answer.
    expect(withAnswer(after, answer([8], { decidedCount: 120 }), false).lastGain).toBe(17)
  })

  test('ends where nothing is left, or where answers hardly help', () => {
    expect(stageOf(newSession, true)).toBe('waiting')
    expect(stageOf(begun, false)).toBe('asking')
    const none = withAnswer(newSession, answer([]), false)
    expect([stageOf(none, true), stageOf(none, false)]).toEqual(['waiting', 'nothing'])
    const enough = withAnswer(begun, answer([1], { hardlyHelps: true }), false)
    expect(stageOf(enough, false)).toBe('hardly')
    expect(stageOf({ ...enough, goesOn: true }, false)).toBe('asking')
  })
})
