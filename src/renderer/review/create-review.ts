import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ApiClient } from '../../contract/api.ts'
import {
  newSession,
  photosNotToAsk,
  type ReviewSession,
  type ReviewStep,
  withAnswer,
  withoutLastStep,
  withoutStep,
  withStep,
  withStored,
} from './review-session.ts'

/** With fewer than this left, more questions are asked for before the answers are stored. */
const fewLeft = 4

export interface Review {
  readonly session: ReviewSession
  /** Something is on its way to or from the library. */
  readonly busy: boolean
  /** An answer is not stored yet. */
  readonly sending: boolean
  /** Questions could not be asked for. */
  readonly error: unknown
  /** Asks for questions: at the beginning, and after an error. */
  readonly ask: () => void
  readonly answer: (verdict: 'yes' | 'no', photoIds: readonly number[]) => void
  readonly skip: () => void
  readonly back: () => void
  readonly goOn: () => void
}

/**
 * A review of one category or (`null`) all: nobody waits for the library. Answers go to it one after another in the order
 * they were given, and after each it is asked anew, because what teaches most has changed.
 */
export function createReview(
  categoryId: number | null,
  library: Pick<ApiClient, 'review.next' | 'photos.decide' | 'history.undo'>,
  onNotStored: (error: unknown) => void,
): StoreApi<Review> {
  let lastStepId = 0
  let asking = false
  let askAgain = false
  let sendingCount = 0
  let storedSince = false
  const refused = new Set<number>()
  let line: Promise<void> = Promise.resolve()

  const store = createStore<Review>((set, get) => {
    const change = (next: (session: ReviewSession) => ReviewSession): void =>
      set(({ session }) => ({ session: next(session) }))
    const tellBusy = (): void => set({ busy: asking || sendingCount > 0, sending: sendingCount > 0 })

    const ask = async (): Promise<void> => {
      if (asking) {
        askAgain = true
        return
      }
      asking = true
      set({ error: null })
      tellBusy()
      try {
        do {
          askAgain = false
          const answersSince = storedSince
          storedSince = false
          const skipPhotoIds = [...photosNotToAsk(get().session)]
          const answer = await library['review.next']({ categoryId, skipPhotoIds })
          change((session) => withAnswer(session, answer, answersSince))
        } while (askAgain)
      } catch (error) {
        set({ error })
      }
      asking = false
      tellBusy()
    }

    const send = (work: () => Promise<void>): void => {
      sendingCount++
      tellBusy()
      line = line.then(work).finally(() => {
        sendingCount--
        tellBusy()
      })
    }

    const take = (verdict: ReviewStep['verdict'], photoIds: readonly number[]): void => {
      const [question] = get().session.queue
      if (question === undefined) return
      const step: ReviewStep = { stepId: ++lastStepId, question, verdict, photoIds, stored: verdict === null }
      change((session) => withStep(session, step))
      if (verdict !== null) send(() => keep(step, verdict))
      if (get().session.queue.length < fewLeft) void ask()
    }

    const keep = async ({ stepId, question, photoIds }: ReviewStep, verdict: 'yes' | 'no'): Promise<void> => {
      try {
        await library['photos.decide']({ photoIds: [...photoIds], categoryId: question.categoryId, verdict })
        change((session) => withStored(session, stepId))
        storedSince = true
        void ask()
      } catch (error) {
        refused.add(stepId)
        change((session) => withoutStep(session, stepId))
        onNotStored(error)
      }
    }

    const takeBack = async ({ stepId }: ReviewStep): Promise<void> => {
      // By now its answer is stored, or was refused; then there is nothing to take back.
      if (refused.has(stepId)) return
      try {
        await library['history.undo']({})
        void ask()
      } catch (error) {
        onNotStored(error)
      }
    }

    return {
      session: newSession,
      busy: false,
      sending: false,
      error: null,
      ask: () => void ask(),
      answer: (verdict, photoIds) => {
        if (photoIds.length > 0) take(verdict, photoIds)
      },
      skip: () => take(null, []),
      back: () => {
        const last = get().session.past.at(-1)
        if (last === undefined) return
        change(withoutLastStep)
        if (last.verdict !== null) send(() => takeBack(last))
      },
      goOn: () => {
        change((session) => ({ ...session, goesOn: true }))
        if (get().session.queue.length < fewLeft) void ask()
      },
    }
  })
  return store
}
