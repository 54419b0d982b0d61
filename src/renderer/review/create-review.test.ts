import { describe, expect, test, vi } from 'vitest'
import { createReview } from './create-review.ts'
import type { ReviewAnswer } from './review-session.ts'

function answerOf(photoIds: readonly number[], decidedCount = 10): ReviewAnswer {
  return {
    questions: photoIds.map((photoId) => ({ photoId, categoryId: 3, probability: 0.5, alikePhotoIds: [] })),
    answerCount: 0,
    decidedCount,
    unsureCount: 5,
    hardlyHelps: false,
  }
}

function setUp() {
  const done: string[] = []
  const library = {
    'review.next': vi.fn(async () => answerOf([1, 2, 3, 4, 5, 6])),
    'photos.decide': vi.fn(async ({ photoIds, verdict }: { photoIds: number[]; verdict: string }) => {
      done.push(`${verdict} ${photoIds.join()}`)
      return { changed: photoIds.length }
    }),
    'history.undo': vi.fn(async () => {
      done.push('undo')
      return { did: 'Said yes', undoLabel: null, redoLabel: null }
    }),
  }
  const onNotStored = vi.fn()
  const review = createReview(3, library, onNotStored)
  return { done, library, onNotStored, review, onScreen: () => review.getState().session.queue[0]?.photoId }
}

const settled = (review: ReturnType<typeof setUp>['review']): Promise<void> =>
  vi.waitFor(() => expect(review.getState().busy).toBe(false))

describe('createReview', () => {
  test('goes on at once and stores in order', async () => {
    const { done, review, onScreen } = setUp()
    review.getState().ask()
    await settled(review)
    review.getState().answer('yes', [1])
    review.getState().answer('no', [2])
    expect(onScreen()).toBe(3)
    review.getState().back()
    expect(onScreen()).toBe(2)
    review.getState().answer('yes', [2])
    await settled(review)
    expect(done).toEqual(['yes 1', 'no 2', 'undo', 'yes 2'])
    expect(onScreen()).toBe(3)
  })

  test('takes a skip back without the library', async () => {
    const { done, review, onScreen } = setUp()
    review.getState().ask()
    await settled(review)
    review.getState().skip()
    expect(onScreen()).toBe(2)
    review.getState().back()
    expect(onScreen()).toBe(1)
    await settled(review)
    expect(done).toEqual([])
  })

  test('asks again what could not be stored, and says so', async () => {
    const { library, onNotStored, review, onScreen } = setUp()
    review.getState().ask()
    await settled(review)
    library['photos.decide'].mockRejectedValueOnce(new Error('The disk is full'))
    review.getState().answer('yes', [1])
    await settled(review)
    expect(onNotStored).toHaveBeenCalledOnce()
    expect(onScreen()).toBe(1)
    review.getState().back()
    expect(library['history.undo']).not.toHaveBeenCalled()
  })

  test('tells the photos in the queue and the skipped ones when it asks again', async () => {
    const { library, review } = setUp()
    review.getState().ask()
    await settled(review)
    review.getState().skip()
    review.getState().answer('yes', [2])
    await settled(review)
    expect(library['review.next']).toHaveBeenLastCalledWith({ categoryId: 3, skipPhotoIds: [1, 3, 4] })
  })

  test('keeps an error until it is asked again', async () => {
    const { library, review } = setUp()
    library['review.next'].mockRejectedValueOnce(new Error('gone'))
    review.getState().ask()
    await settled(review)
    expect(review.getState().error).not.toBeNull()
    review.getState().ask()
    await settled(review)
    expect(review.getState().error).toBeNull()
  })
})
