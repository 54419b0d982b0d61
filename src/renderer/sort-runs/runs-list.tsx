import { type ReactNode, useEffect, useRef, useState } from 'react'
import { byDay } from '../category-history/by-day.ts'
import { sentenceOf } from '../connection/attempt.ts'
import { useLibrary } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { PageMessage } from '../controls/page-message.tsx'
import { useView } from '../state/view-store.ts'
import { RunRow } from './run-row.tsx'
import styles from './runs-list.module.css'
import { takeLostFocus } from './take-lost-focus.ts'

/** All sorts, latest first, a heading a day. */
export function RunsList(): ReactNode {
  const { data, error, refetch } = useLibrary('sorting.runs', {})
  const go = useView((view) => view.go)
  const page = useRef<HTMLDivElement>(null)
  const isThere = data !== undefined
  useEffect(() => {
    if (isThere) takeLostFocus(page.current)
  }, [isThere])
  // Whoever leaves it open over midnight reads “Today” a little longer.
  const [openedAtMs] = useState(Date.now)
  if (data === undefined) {
    return error === null ? (
      <div />
    ) : (
      <PageMessage title="The sorts can’t be listed" words={sentenceOf(error)} isAlert>
        <Button onClick={() => void refetch()}>Try again</Button>
      </PageMessage>
    )
  }
  if (data.runs.length === 0) {
    return (
      <PageMessage
        title="Nothing was sorted yet"
        words="Each sort of files on disk is listed here, with what it did. Any of them can be undone, also much later."
      >
        <Button onClick={() => go({ kind: 'sort' })}>Sort files</Button>
      </PageMessage>
    )
  }
  const days = byDay(
    data.runs.map((run) => ({ run, atMs: run.startedAtMs })),
    openedAtMs,
  )
  return (
    <div ref={page} className={styles.page} tabIndex={-1}>
      {days.map(({ day, events }) => (
        <section key={day} aria-label={day}>
          <h2 className={styles.day}>{day}</h2>
          <ul className={styles.runs}>
            {events.map(({ run }) => (
              <RunRow key={run.runId} run={run} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
