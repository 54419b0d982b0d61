import { type ReactNode, useEffect, useState } from 'react'
import { useStore, type StoreApi } from 'zustand'
import type { Question } from '../../contract/teaching.ts'
import { sentenceOf } from '../connection/attempt.ts'
import { useLibrary } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { PortalPlace } from '../controls/portal-place.ts'
import { useSettings } from '../settings/use-settings.ts'
import { useCommands } from '../state/commands.ts'
import { useView } from '../state/view-store.ts'
import { useWhy } from '../why/why-store.ts'
import type { Review } from './create-review.ts'
import { answeredCount, decidedGain, nextPhotoIds, stageOf } from './review-session.ts'
import { ReviewAlike } from './review-alike.tsx'
import { ReviewAnswers } from './review-answers.tsx'
import { ReviewBar } from './review-bar.tsx'
import { ReviewEnd } from './review-end.tsx'
import { ReviewPictures } from './review-pictures.tsx'
import { useReview } from './review-store.ts'
import { ReviewTrail } from './review-trail.tsx'
import styles from './review-sheet.module.css'
import { spokenWords } from './spoken-words.ts'
import { useNames } from '../photos/use-names.ts'

interface ReviewSheetProps {
  readonly review: StoreApi<Review>
  readonly categoryId: number | null
}

/** The sheet with the question: bar, picture (or those alike), answers; at the end, what the answers were good for. */
export function ReviewSheet({ review, categoryId }: ReviewSheetProps): ReactNode {
  const { session, busy, sending, error, ask, answer, skip, back, goOn } = useStore(review)
  const close = useReview((place) => place.close)
  const background = useSettings()?.viewerBackground ?? 'black'
  const categories = useLibrary('categories.list', {}).data?.categories
  const [asGrid, setAsGrid] = useState(false)
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [leaving, setLeaving] = useState(false)
  const [sheet, setSheet] = useState<HTMLDivElement | null>(null)
  const stage = stageOf(session, busy)
  const question = stage === 'asking' ? session.queue[0] : undefined
  const about = categories?.find((category) => category.categoryId === (question?.categoryId ?? categoryId))
  const together = question === undefined ? [] : photosTogether(question, asGrid).filter((id) => !left.has(id))
  const names = useNames(nextPhotoIds(session))
  const photoName = names.get(question?.photoId ?? 0) ?? 'a photo'
  // With several categories the question changes too.
  const nextName = categoryId === null && about !== undefined ? `${about.name}? ${photoName}` : photoName

  const take = (verdict: 'yes' | 'no'): void => {
    useWhy.getState().close()
    answer(verdict, together)
    setLeft(new Set())
  }
  const pass = (): void => {
    useWhy.getState().close()
    skip()
    setLeft(new Set())
  }
  const goBack = (): void => {
    useWhy.getState().close()
    back()
    setLeft(new Set())
  }
  const explain = (): void => {
    const anchor = sheet?.querySelector<HTMLElement>('[data-why]')
    if (question === undefined || !anchor) return
    useWhy.getState().open({ photoId: question.photoId, categoryId: question.categoryId, anchor, side: 'bottom' })
  }
  // What is done next, an Undo say, must find the last answers stored. Who can't wait for that leaves by a second Esc.
  const leave = (): void => {
    if (sending && !leaving) setLeaving(true)
    else close()
  }
  useEffect(() => {
    if (leaving && !sending) close()
  }, [leaving, sending, close])
  const isAsking = (): boolean => question !== undefined
  useCommands({
    escape: { available: () => useView.getState().panel === 'none', run: leave },
    'say-yes': { run: () => isAsking() && take('yes') },
    'say-no': { run: () => isAsking() && take('no') },
    'review-skip': { run: () => isAsking() && pass() },
    'review-back': { run: goBack },
    // Nothing but the answers of this review: what is behind it is not looked at now.
    undo: { run: goBack },
    'review-grid': { run: () => setAsGrid(!asGrid) },
    why: { run: explain },
  })

  useEffect(() => sheet?.focus({ preventScroll: true }), [sheet])
  // With a question, or with the last one, the button that had the keyboard may be gone.
  useEffect(() => {
    const { activeElement } = document
    if (activeElement === null || activeElement === document.body) sheet?.focus({ preventScroll: true })
  })

  return (
    <div
      ref={setSheet}
      role="dialog"
      aria-modal
      aria-label={about === undefined || categoryId === null ? 'Review' : `Review ${about.name}`}
      tabIndex={-1}
      className={styles.sheet}
      data-keys="review"
      data-theme={background === 'black' ? 'dark' : undefined}
      data-background={background}
    >
      <PortalPlace value={sheet}>
        <ReviewBar
          categoryId={categoryId}
          answered={answeredCount(session)}
          decided={decidedGain(session)}
          unsureCount={session.heard?.unsureCount ?? null}
          asGrid={asGrid}
          onGrid={() => setAsGrid(!asGrid)}
          onClose={leave}
          onWhy={question === undefined ? null : explain}
        />
        <p className="visually-hidden" role="status">
          {spokenWords(session, stage, nextName)}
        </p>
        {error !== null ? (
          <div className={styles.message} role="alert">
            <p>{sentenceOf(error)}</p>
            <Button onClick={ask}>Try again</Button>
          </div>
        ) : stage === 'waiting' ? (
          <p className={styles.message}>Looking for photos worth asking about…</p>
        ) : question === undefined ? (
          <ReviewEnd
            stage={stage === 'hardly' ? 'hardly' : 'nothing'}
            session={session}
            category={categoryId === null ? undefined : about}
            onGoOn={goOn}
            onClose={leave}
            onBack={session.past.length === 0 ? null : goBack}
          />
        ) : (
          <>
            {asGrid ? (
              <ReviewAlike
                key={`${question.categoryId}:${question.photoId}`}
                photoIds={photosTogether(question, true)}
                left={left}
                onToggle={(photoId) => setLeft(toggled(left, photoId))}
              />
            ) : (
              <ReviewPictures photoIds={nextPhotoIds(session)} names={names} />
            )}
            <ReviewTrail steps={session.past} />
            <ReviewAnswers
              name={about?.name ?? 'this category'}
              colour={about?.colour ?? null}
              alikeCount={question.alikePhotoIds.length}
              asGrid={asGrid}
              chosenCount={together.length}
              session={session}
              onAnswer={take}
              onSkip={pass}
              onBack={goBack}
              onGrid={() => setAsGrid(!asGrid)}
            />
          </>
        )}
      </PortalPlace>
    </div>
  )
}

function photosTogether({ photoId, alikePhotoIds }: Question, asGrid: boolean): readonly number[] {
  return asGrid ? [photoId, ...alikePhotoIds] : [photoId]
}

function toggled(set: ReadonlySet<number>, photoId: number): ReadonlySet<number> {
  const next = new Set(set)
  if (!next.delete(photoId)) next.add(photoId)
  return next
}
