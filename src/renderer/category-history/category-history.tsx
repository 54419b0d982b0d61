import { type ReactNode, useState } from 'react'
import { sentenceOf } from '../connection/attempt.ts'
import { useLibrary } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { byDay } from './by-day.ts'
import styles from './category-history.module.css'
import { HistoryEvent } from './history-event.tsx'

const pageSize = 50
const mostEvents = 500

/** What happened to a category, newest first, a heading a day; each step can be taken back, or gone back to. */
export function CategoryHistory({ categoryId }: { readonly categoryId: number }): ReactNode {
  const [limit, setLimit] = useState(pageSize)
  // Whoever leaves it open over midnight reads “Today” a little longer.
  const [openedAtMs] = useState(Date.now)
  const { data, error } = useLibrary('categories.history', { categoryId, limit })
  if (data === undefined) {
    return (
      <p className={styles.message} role="status">
        {error === null ? 'Looking…' : sentenceOf(error)}
      </p>
    )
  }
  if (data.events.length === 0) {
    return (
      <p className={styles.message}>Nothing yet. Your answers and changes to it are listed here, each to be undone.</p>
    )
  }
  const [newest] = data.events
  return (
    <div className={styles.history}>
      {byDay(data.events, openedAtMs).map(({ day, events }) => (
        <section key={day} aria-label={day}>
          <h3 className={styles.day}>{day}</h3>
          <ol className={styles.events}>
            {events.map((event) => (
              <HistoryEvent
                key={event.eventId}
                event={event}
                categoryId={categoryId}
                isNewest={event.eventId === newest?.eventId}
              />
            ))}
          </ol>
        </section>
      ))}
      {data.events.length >= limit && limit < mostEvents && (
        <Button variant="quiet" onClick={() => setLimit(Math.min(mostEvents, limit * 4))}>
          Show older
        </Button>
      )}
    </div>
  )
}
