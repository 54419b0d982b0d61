import { Check, History, Undo2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CategoryEvent } from '../../contract/teaching.ts'
import { attempt } from '../connection/attempt.ts'
import { library } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { Thumbnail } from '../photos/thumbnail.tsx'
import { useNotice } from '../state/notice-store.ts'
import { clockTime } from './by-day.ts'
import styles from './history-event.module.css'

/** As many as the row has room for. */
const shownPhotos = 7

/** What is said about who did it; nothing where it was the person, here. */
const sourceWords: Readonly<Record<CategoryEvent['source'], string | null>> = {
  you: null,
  undo: 'by Undo',
  carried: 'went along with an edited photo',
  import: 'from an import',
}

interface HistoryEventProps {
  readonly event: CategoryEvent
  readonly categoryId: number
  /** There is no way back to where one is. */
  readonly isNewest: boolean
}

/** One step: when, what, by whom, the photos it was about, and the two ways back. */
export function HistoryEvent({ event, categoryId, isNewest }: HistoryEventProps): ReactNode {
  const { eventId, label, source, verdict, photoIds, photoCount, canUndo } = event
  const time = clockTime(event.atMs)
  const by = sourceWords[source]
  const more = photoCount - Math.min(photoIds.length, shownPhotos)
  return (
    <li className={styles.event}>
      <span className={styles.mark} data-verdict={verdict ?? 'none'} aria-hidden>
        {verdict === 'yes' ? <Check /> : verdict === 'no' ? <X /> : verdict === 'undecided' ? <Undo2 /> : <History />}
      </span>
      <div className={styles.words}>
        <p className={styles.label}>{label}</p>
        <p className={styles.when}>
          <time dateTime={new Date(event.atMs).toISOString()}>{time}</time>
          {by !== null && ` · ${by}`}
        </p>
        {photoIds.length > 0 && (
          <div className={styles.photos} aria-hidden>
            {photoIds.slice(0, shownPhotos).map((photoId) => (
              <Thumbnail key={photoId} photoId={photoId} className={styles.photo} alt="" />
            ))}
            {more > 0 && <span className={styles.more}>+{more.toLocaleString('en')}</span>}
          </div>
        )}
        <div className={styles.ways}>
          {canUndo && (
            <Button
              variant="quiet"
              className={styles.way ?? ''}
              aria-label={`Undo this: ${label}, ${time}`}
              onClick={() => void undoEvent(categoryId, eventId, label)}
            >
              Undo this
            </Button>
          )}
          {!isNewest && (
            <Button
              variant="quiet"
              className={styles.way ?? ''}
              aria-label={`Back to here: ${label}, ${time}`}
              onClick={() => void restore(categoryId, eventId)}
            >
              Back to here
            </Button>
          )}
        </div>
      </div>
    </li>
  )
}

async function undoEvent(categoryId: number, eventId: string, label: string): Promise<void> {
  const done = await attempt(library['categories.undoEvent']({ categoryId, eventId }), ({ changed }) =>
    changed === 0 ? null : `Undone: ${label}`,
  )
  if (done?.changed === 0) useNotice.getState().say('Later answers stand, so nothing changed')
}

async function restore(categoryId: number, eventId: string): Promise<void> {
  const done = await attempt(library['categories.restore']({ categoryId, eventId }), ({ changed }) =>
    changed === 0
      ? null
      : `Went back. ${changed === 1 ? '1 answer' : `${changed.toLocaleString('en')} answers`} changed`,
  )
  if (done?.changed === 0) useNotice.getState().say('All answers are as they were then already')
}
