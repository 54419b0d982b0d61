import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { sectionAt } from '../../core/layout/find-row.ts'
import { scrollPosition, trackPosition, yearMarks } from '../../core/layout/scrubber.ts'
import styles from './date-scrubber.module.css'
import type { GallerySection } from './gallery-sections.ts'
import type { GalleryLayout } from './use-gallery-layout.ts'

interface DateScrubberProps {
  readonly layout: GalleryLayout
  readonly scroller: HTMLElement
  /** Its exact scroll position. */
  readonly topPx: RefObject<number>
  readonly viewportHeightPx: number
}

/** Room above and below the track, so that the first and last year fit; as in the style sheet. */
const endPx = 14
const yearSpacingPx = 20

/** The scroll bar of the gallery: years where they are, the month under the pointer in words. Drag it, or use the keys. */
export function DateScrubber({ layout, scroller, topPx, viewportHeightPx }: DateScrubberProps): ReactNode {
  const { rows, sections } = layout
  const handle = useRef<HTMLDivElement>(null)
  const track = useRef<HTMLDivElement>(null)
  const [now, setNow] = useState({ section: 0, percent: 0 })
  const [pointed, setPointed] = useState<{ readonly yPx: number; readonly section: number } | null>(null)
  const [dragging, setDragging] = useState(false)

  const trackHeightPx = Math.max(1, viewportHeightPx - 2 * endPx)
  const scrollable = useMemo(
    () => ({ contentHeightPx: rows.heightPx, viewportHeightPx, trackHeightPx }),
    [rows, viewportHeightPx, trackHeightPx],
  )
  const years = useMemo(() => {
    const starts = sections.map(({ year }, s) => ({ year, topPx: rows.sectionTop[s]! })).filter(({ year }) => year > 0)
    return yearMarks(starts, yearSpacingPx, scrollable)
  }, [sections, rows, scrollable])

  // The handle follows every scroll without a render.
  useEffect(() => {
    const follow = (): void => {
      const yPx = trackPosition(topPx.current, scrollable)
      handle.current?.style.setProperty('transform', `translateY(${yPx}px)`)
      const section = sectionAt(rows, topPx.current)
      const percent = Math.round((yPx / scrollable.trackHeightPx) * 100)
      setNow((before) => (before.section === section && before.percent === percent ? before : { section, percent }))
    }
    follow()
    scroller.addEventListener('scroll', follow, { passive: true })
    return () => scroller.removeEventListener('scroll', follow)
  }, [scroller, topPx, scrollable, rows])

  if (rows.heightPx <= viewportHeightPx) return null

  const pointAt = (event: PointerEvent): void => {
    const top = track.current?.getBoundingClientRect().top ?? 0
    const yPx = Math.min(trackHeightPx, Math.max(0, event.clientY - top))
    const scrollTop = scrollPosition(yPx, scrollable)
    setPointed({ yPx, section: sectionAt(rows, scrollTop) })
    if (event.buttons === 1) scroller.scrollTo(0, scrollTop)
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const targetPx = topByKey(event.key, now.section, topPx.current, viewportHeightPx, layout)
    if (targetPx === null) return
    event.preventDefault()
    // The same keys move between photos while those have the keyboard.
    event.stopPropagation()
    scroller.scrollTo(0, targetPx)
  }

  const label = sections[pointed?.section ?? now.section]?.title ?? ''
  return (
    <div
      className={styles.scrubber}
      data-dragging={dragging ? '' : undefined}
      onWheel={(event) => scroller.scrollBy(0, event.deltaY)}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setDragging(true)
        pointAt(event)
      }}
      onPointerMove={pointAt}
      onPointerUp={() => setDragging(false)}
      onPointerLeave={() => {
        setPointed(null)
        setDragging(false)
      }}
    >
      <div
        ref={track}
        role="slider"
        tabIndex={0}
        className={styles.track}
        aria-label="Date"
        aria-orientation="vertical"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={now.percent}
        aria-valuetext={sections[now.section]?.title || `${now.percent} %`}
        onKeyDown={onKeyDown}
      >
        {years.map(({ year, yPx }) => (
          <span key={year} className={styles.year} style={{ top: yPx }}>
            {year}
          </span>
        ))}
        <div ref={handle} className={styles.handle} />
        {pointed !== null && label !== '' && (
          <span className={styles.label} style={{ top: pointed.yPx }}>
            {label}
          </span>
        )}
      </div>
    </div>
  )
}

/** Where a key leads: arrows go by month, Page by year; by the screen where there are no months. Null: no key of ours. */
function topByKey(key: string, section: number, topPx: number, pagePx: number, layout: GalleryLayout): number | null {
  const { rows, sections } = layout
  if (key === 'Home') return 0
  if (key === 'End') return rows.heightPx
  const step = steps[key]
  if (step === undefined) return null
  const here = sections[section]
  if (here === undefined || here.kind !== 'month') return topPx + step.by * pagePx
  const isTarget = (other: GallerySection, s: number): boolean =>
    Math.sign(s - section) === step.by && (step.unit === 'month' || other.year !== here.year)
  const nearest = step.by === 1 ? sections.findIndex(isTarget) : sections.findLastIndex(isTarget)
  if (nearest === -1) return step.by === 1 ? rows.heightPx : 0
  // A year upwards is entered from its end; go on to where it begins.
  const year = sections[nearest]!.year
  const target = step.unit === 'year' ? sections.findIndex((other) => other.year === year) : nearest
  return rows.sectionTop[target]!
}

const steps: Readonly<Record<string, { readonly by: 1 | -1; readonly unit: 'month' | 'year' }>> = {
  ArrowUp: { by: -1, unit: 'month' },
  ArrowLeft: { by: -1, unit: 'month' },
  ArrowDown: { by: 1, unit: 'month' },
  ArrowRight: { by: 1, unit: 'month' },
  PageUp: { by: -1, unit: 'year' },
  PageDown: { by: 1, unit: 'year' },
}
