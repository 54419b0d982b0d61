import { X } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '../controls/button.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import { type Notice, useNotice } from '../state/notice-store.ts'
import styles from './notices.module.css'

/** Long enough to read it, find Undo and reach it. */
const shownMs = 9000
/** A problem has more to read, and nobody should have to hurry. */
const problemShownMs = 20_000

/** One line at the bottom: what was done, with Undo, or what went wrong. Pointing at it keeps it. */
export function Notices(): ReactNode {
  const notice = useNotice((state) => state.notice)
  return (
    <div className={styles.place}>
      {/* Both are always there: a live region that appears with its text is not read. */}
      <div aria-live="polite">{notice?.tone === 'done' && <NoticeLine key={notice.id} notice={notice} />}</div>
      <div aria-live="assertive">{notice?.tone === 'problem' && <NoticeLine key={notice.id} notice={notice} />}</div>
    </div>
  )
}

function NoticeLine({ notice }: { readonly notice: Notice }): ReactNode {
  const dismiss = useNotice((state) => state.dismiss)
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => dismiss(notice.id), notice.tone === 'problem' ? problemShownMs : shownMs)
    return () => clearTimeout(timer)
  }, [held, notice, dismiss])
  return (
    <div
      className={styles.notice}
      data-tone={notice.tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles.text}>{notice.text}</span>
      {notice.action !== null && (
        <Button
          variant="quiet"
          className={styles.undo}
          onClick={() => {
            dismiss(notice.id)
            notice.action?.run()
          }}
        >
          {notice.action.label}
        </Button>
      )}
      <IconButton label="Dismiss" tooltipSide="top" onClick={() => dismiss(notice.id)}>
        <X />
      </IconButton>
    </div>
  )
}
