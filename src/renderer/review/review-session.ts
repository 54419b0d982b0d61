import type { z } from 'zod'
import type { Question, teachingMethods } from '../../contract/teaching.ts'

export type ReviewAnswer = z.output<(typeof teachingMethods)['review.next']['output']>

/** Something done to a question: answered for some photos, or passed over. */
export interface ReviewStep {
  readonly stepId: number
  readonly question: Question
  /** Null: skipped. */
  readonly verdict: 'yes' | 'no' | null
  readonly photoIds: readonly number[]
  /** The library has it. */
  readonly stored: boolean
}

/** A review from its first question to now. */
export interface ReviewSession {
  /** The first is on screen, the second behind it, ready to be shown. */
  readonly queue: readonly Question[]
  /** Latest last. */
  readonly past: readonly ReviewStep[]
  /** What the library said last; null before its first word. */
  readonly heard: Omit<ReviewAnswer, 'questions'> | null
  /** Decided photos when the review began. */
  readonly decidedAtStart: number
  /** How many photos the answers since the last word decided; null where nothing is to be said. */
  readonly lastGain: number | null
  /** The person wants to go on although more answers hardly help. */
  readonly goesOn: boolean
}

export const newSession: ReviewSession = {
  queue: [],
  past: [],
  heard: null,
  decidedAtStart: 0,
  lastGain: null,
  goesOn: false,
}

/** Questions that stay as they are when better ones arrive: the one on screen and the one that is decoded behind it. */
const settledCount = 2
/** The one on screen included. */
const readyCount = 3

function sameQuestion(a: Question, b: Question): boolean {
  return a.photoId === b.photoId && a.categoryId === b.categoryId
}

/** The step is done to the question on screen; what it answered is not asked again. */
export function withStep(session: ReviewSession, step: ReviewStep): ReviewSession {
  const done = new Set(step.photoIds)
  const queue = session.queue.filter(
    (question) =>
      !sameQuestion(question, step.question) &&
      !(question.categoryId === step.question.categoryId && done.has(question.photoId)),
  )
  return { ...session, queue, past: [...session.past, step], lastGain: null }
}

/** The last step is taken back, and its question is on screen again. */
export function withoutLastStep(session: ReviewSession): ReviewSession {
  const last = session.past.at(-1)
  if (last === undefined) return session
  return askAgain({ ...session, past: session.past.slice(0, -1), lastGain: null }, last.question)
}

/** A step that the library could not store: it did not happen. */
export function withoutStep(session: ReviewSession, stepId: number): ReviewSession {
  const step = session.past.find((other) => other.stepId === stepId)
  if (step === undefined) return session
  return askAgain({ ...session, past: session.past.filter((other) => other !== step) }, step.question)
}

function askAgain(session: ReviewSession, question: Question): ReviewSession {
  return { ...session, queue: [question, ...session.queue.filter((other) => !sameQuestion(other, question))] }
}

export function withStored(session: ReviewSession, stepId: number): ReviewSession {
  return { ...session, past: session.past.map((step) => (step.stepId === stepId ? { ...step, stored: true } : step)) }
}

/** Photos not to ask about: passed over, answered but not stored yet, and those that are about to be shown. */
export function photosNotToAsk({ queue, past }: ReviewSession): readonly number[] {
  const waiting = past.filter(({ verdict, stored }) => verdict === null || !stored)
  return [
    ...new Set([
      ...waiting.flatMap(({ question, photoIds }) => [question.photoId, ...photoIds]),
      ...queue.slice(0, settledCount).map(({ photoId }) => photoId),
    ]),
  ]
}

/**
 * What the library would ask now takes the place of what it would have asked before, but for what is on screen or ready to be.
 *
 * @param answersSince whether answers were stored since its last word, so that a difference is their doing
 */
export function withAnswer(session: ReviewSession, answer: ReviewAnswer, answersSince: boolean): ReviewSession {
  const { questions, ...heard } = answer
  const settled = session.queue.slice(0, settledCount)
  const known = [...settled, ...session.past.map(({ question }) => question)]
  const fresh = questions.filter((question) => !known.some((other) => sameQuestion(other, question)))
  return {
    ...session,
    queue: [...settled, ...fresh],
    heard,
    decidedAtStart: session.heard === null ? heard.decidedCount : session.decidedAtStart,
    lastGain:
      session.heard !== null && answersSince ? heard.decidedCount - session.heard.decidedCount : session.lastGain,
  }
}

/** The photo on screen, and those to be read and decoded behind it. */
export function nextPhotoIds({ queue }: ReviewSession): readonly number[] {
  return [...new Set(queue.map(({ photoId }) => photoId))].slice(0, readyCount)
}

/** Photos answered in this review. */
export function answeredCount({ past }: Pick<ReviewSession, 'past'>): number {
  return past.reduce((sum, { verdict, photoIds }) => sum + (verdict === null ? 0 : photoIds.length), 0)
}

/** Photos that are decided now and were not when the review began. */
export function decidedGain({ heard, decidedAtStart }: Pick<ReviewSession, 'heard' | 'decidedAtStart'>): number {
  return heard === null ? 0 : heard.decidedCount - decidedAtStart
}

/** `asking`: a question is on screen. `hardly`: answers hardly help any more. `nothing`: no question is left. `waiting`: for the library. */
export function stageOf(session: ReviewSession, busy: boolean): 'asking' | 'hardly' | 'nothing' | 'waiting' {
  if (session.heard === null) return 'waiting'
  if (session.heard.hardlyHelps && !session.goesOn) return 'hardly'
  if (session.queue.length > 0) return 'asking'
  return busy ? 'waiting' : 'nothing'
}
