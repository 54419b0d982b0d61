import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useRef } from 'react'
import { attempt } from '../connection/attempt.ts'
import { library, useLibrary } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { useNotice } from '../state/notice-store.ts'
import { useView } from '../state/view-store.ts'
import { NotReadYet } from './not-read-yet.tsx'
import { ProblemRow } from './problem-row.tsx'
import styles from './problems.module.css'
import { pageSize, useProblems } from './use-problems.ts'

/** Of a row whose reason takes one line; those with more are measured. */
const usualRowHeightPx = 64

/** Files that Winnow could not read, each with its reason and what can be done, and kinds of files it does not read yet. */
export function Problems(): ReactNode {
  const scroller = useRef<HTMLDivElement>(null)
  const total = useLibrary('problems.list', { offset: 0, limit: pageSize }).data?.total
  // oxlint-disable-next-line react/incompatible-library -- the React compiler, which it is incompatible with, is not used
  const rows = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualRowHeightPx,
    overscan: 6,
  })
  const shown = rows.getVirtualItems()
  const problemAt = useProblems(shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0)
  return (
    <div ref={scroller} className={styles.page}>
      <NotReadYet />
      {total === 0 && <NoProblems />}
      {total !== undefined && total > 0 && (
        <>
          <div className={styles.top}>
            <p className={styles.sentence}>
              {total === 1 ? 'This file' : 'These files'} could not be read. The rest of your photos{' '}
              {total === 1 ? 'is' : 'are'} not affected.
            </p>
            <Button onClick={() => void retryAll(total)}>Try all again</Button>
          </div>
          <ul className={styles.list} style={{ height: rows.getTotalSize() }} aria-label="Problems">
            {shown.map(({ index, start }) => {
              const problem = problemAt(index)
              return (
                <li
                  key={index}
                  ref={rows.measureElement}
                  data-index={index}
                  className={styles.item}
                  style={{ translate: `0 ${start}px` }}
                  aria-posinset={index + 1}
                  aria-setsize={total}
                >
                  {problem !== undefined && <ProblemRow problem={problem} />}
                </li>
              )
            })}
          </ul>
        </>
      )}
    </div>
  )
}

function NoProblems(): ReactNode {
  const go = useView((view) => view.go)
  return (
    <div className={styles.none}>
      <h2>No problems</h2>
      <p>Files that Winnow can’t read are listed here, with the reason and what to do.</p>
      <Button onClick={() => go({ kind: 'all' })}>Show all photos</Button>
    </div>
  )
}

async function retryAll(total: number): Promise<void> {
  const done = await attempt(library['problems.retry']({}))
  if (done !== undefined) useNotice.getState().say(total === 1 ? 'Trying 1 file again' : `Trying ${total} files again`)
}
