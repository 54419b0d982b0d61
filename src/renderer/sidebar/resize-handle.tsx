import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react'
import { useChangeSettings } from '../settings/use-settings.ts'
import styles from './resize-handle.module.css'

const narrowestPx = 180
const widestPx = 420
const stepPx = 16

interface ResizeHandleProps {
  readonly widthPx: number
  /** What a double click goes back to. */
  readonly usualWidthPx: number
}

/** The right edge of the sidebar: dragged, or moved with the arrow keys. The width is remembered. */
export function ResizeHandle({ widthPx, usualWidthPx }: ResizeHandleProps): ReactNode {
  const changeSettings = useChangeSettings()
  const dragged = useRef<number | null>(null)
  const set = (wantedPx: number): void =>
    changeSettings({ sidebarWidthPx: Math.round(Math.min(widestPx, Math.max(narrowestPx, wantedPx))) })

  // While dragging only the element changes; the setting is written once, when it is let go.
  const follow = (event: PointerEvent<HTMLElement>): void => {
    const sidebar = event.currentTarget.parentElement
    if (dragged.current === null || sidebar === null) return
    dragged.current = Math.min(widestPx, Math.max(narrowestPx, event.clientX - sidebar.getBoundingClientRect().left))
    sidebar.style.width = `${dragged.current}px`
  }
  const byKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    event.stopPropagation()
    set(widthPx + (event.key === 'ArrowLeft' ? -stepPx : stepPx))
  }
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a separator that can be moved is a widget; <hr> is not
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the sidebar"
      aria-valuenow={widthPx}
      aria-valuemin={narrowestPx}
      aria-valuemax={widestPx}
      tabIndex={0}
      className={styles.handle}
      onKeyDown={byKey}
      onDoubleClick={() => set(usualWidthPx)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        dragged.current = widthPx
      }}
      onPointerMove={follow}
      onPointerUp={() => {
        if (dragged.current !== null && dragged.current !== widthPx) set(dragged.current)
        dragged.current = null
      }}
      onPointerCancel={() => {
        dragged.current = null
      }}
    />
  )
}
