import { expect, test } from 'vitest'
import { endWords } from './end-words.ts'
import { newSession, type ReviewStep, withAnswer } from './review-session.ts'

const question = { photoId: 1, categoryId: 1, probability: 0.5, alikePhotoIds: [] }
const skipped: ReviewStep = { stepId: 1, question, verdict: null, photoIds: [], stored: true }

function heard(unsureCount: number, past: readonly ReviewStep[] = []) {
  const answer = { questions: [], answerCount: 0, decidedCount: 10, unsureCount, hardlyHelps: true }
  return { ...withAnswer(newSession, answer, false), past }
}

test('the end says what is left', () => {
  expect(endWords('hardly', heard(1), 'Dog').left).toMatch(/1 photo is still not sure\.$/)
  expect(endWords('hardly', heard(0), 'Dog').left).toMatch(/sure of the rest\.$/)
  expect(endWords('nothing', heard(0), 'Dog').left).toBe('Winnow has no question about Dog now.')
  expect(endWords('nothing', heard(2, [skipped]), null).left).toBe(
    'But for the photo you skipped, Winnow has no question about your categories.',
  )
})
