import { type ReactNode, type RefObject, useEffect, useEffectEvent, useMemo, useRef } from 'react'
import { rowsBetween } from '../../core/layout/find-row.ts'
import { useLibrary } from '../connection/library.tsx'
import { ContextMenu } from '../controls/context-menu.tsx'
import type { PhotoColumns } from '../photos/decode-photo-list.ts'
import { useSettings } from '../settings/use-settings.ts'
import { useCurrentCategory } from '../state/current-category.ts'
import { useSelection } from '../state/selection-store.ts'
import { useView } from '../state/view-store.ts'
import { DateScrubber } from './date-scrubber.tsx'
import styles from './photo-grid.module.css'
import { PhotoMenu } from './photo-menu.tsx'
import { PhotoSection } from './photo-section.tsx'
import { useBoxSelection } from './use-box-selection.ts'
import { useCaptions } from './use-captions.ts'
import { useGalleryLayout } from './use-gallery-layout.ts'
import { useGridClicks } from './use-grid-clicks.ts'
import { useGridCommands } from './use-grid-commands.ts'
import { useKeepFocus } from './use-keep-focus.ts'
import { useMenuPhoto } from './use-menu-photo.ts'
import { useScrollAnchor } from './use-scroll-anchor.ts'
import { useViewport } from './use-viewport.ts'
import { useWanted } from './use-wanted.ts'
import { visibleRows } from './visible-rows.ts'

/** Left of the photos, and right of them with the date scrubber in it; as in the style sheet. */
const paddingLeftPx = 16
const scrubberPx = 48
const usualRowHeightPx = 200
const leastMarginPx = 300

interface PhotoGridProps {
  readonly columns: PhotoColumns
  readonly questionKey: string
}

/** All photos of a list, however many: only the rows near the screen are on the page. */
export function PhotoGrid({ columns, questionKey }: PhotoGridProps): ReactNode {
  const content = useRef<HTMLDivElement>(null)
  const scroll = useViewport()
  const { scroller, attach, viewport } = scroll
  const rowHeightPx = useSettings()?.rowHeightPx ?? usualRowHeightPx
  const widthPx = viewport.widthPx - paddingLeftPx - scrubberPx
  const layout = useGalleryLayout(columns, widthPx, rowHeightPx)
  const { rows } = layout
  useScrollAnchor(scroll, layout, questionKey)

  const [firstRow, stopRow] = rowsBetween(rows, viewport.topPx, viewport.topPx + viewport.heightPx)
  const from = rows.rowStart[firstRow] ?? 0
  const to = rows.rowStart[stopRow] ?? 0
  const onScreen = useMemo(() => [...columns.ids.subarray(from, to)], [columns, from, to])
  const captions = useCaptions(onScreen)
  useWanted(columns, from, to)

  const focusedId = useSelection((state) => state.focusedId)
  const focused = useMemo(() => (focusedId === null ? -1 : columns.ids.indexOf(focusedId)), [columns, focusedId])
  const focusTile = useTileFocus(content)
  const { reveal, moveTo } = useGridCommands(layout, scroller, focusTile)
  useKeepFocus(columns, questionKey, content, { moveTo, focusTile })
  useShowOpenPhoto(columns, reveal)
  const box = useBoxSelection(scroller, content, layout)
  useGridClicks(scroller, columns.ids)
  useMenuPhoto(scroller)

  const showsAnswers = useCurrentCategory() !== null
  const thumbnailVersion = useLibrary('system.info', {}).data?.thumbnailVersion
  const marginPx = Math.max(leastMarginPx, viewport.heightPx / 2)
  const headerCount = layout.sections.filter((section) => section.title !== '').length

  const area = (
    <div ref={attach} className={styles.scroller}>
      <div
        ref={content}
        role="grid"
        aria-label="Photos"
        aria-multiselectable
        aria-rowcount={rows.rowCount + headerCount}
        className={styles.content}
        style={{ height: rows.heightPx }}
        data-keys="photos"
        tabIndex={-1}
        onFocus={(event) => focusFromTile(event.target)}
      >
        {visibleRows(rows, { ...viewport, marginPx }, focused).map((part) => (
          <PhotoSection
            key={layout.sections[part.section]!.key}
            {...part}
            layout={layout}
            captions={captions}
            tabStopId={focused === -1 ? columns.ids[from] : focusedId!}
            showsAnswers={showsAnswers}
            mayLoad={!viewport.flinging}
            thumbnailVersion={thumbnailVersion}
          />
        ))}
        {box !== null && (
          <div
            className={styles.box}
            style={{ left: box.left, top: box.top, width: box.right - box.left, height: box.bottom - box.top }}
          />
        )}
      </div>
    </div>
  )
  return (
    <div className={styles.frame}>
      <ContextMenu area={area} label="Photo" keepsFocus={() => true}>
        <PhotoMenu />
      </ContextMenu>
      {scroller !== null && (
        <DateScrubber layout={layout} scroller={scroller} topPx={scroll.topPx} viewportHeightPx={viewport.heightPx} />
      )}
    </div>
  )
}

function focusFromTile(target: Element): void {
  const photoId = Number(target.getAttribute('data-photo'))
  const { focusedId, focus } = useSelection.getState()
  if (photoId > 0 && photoId !== focusedId) focus(photoId)
}

/** Gives the tile of a photo the keyboard, at once or as soon as it is on the page. */
function useTileFocus(content: RefObject<HTMLElement | null>): (photoId: number) => void {
  const wish = useRef<number | null>(null)
  const fulfil = useEffectEvent(() => {
    const tile = content.current?.querySelector<HTMLElement>(`[data-photo="${wish.current}"]`)
    if (tile === null || tile === undefined) return
    wish.current = null
    tile.focus({ preventScroll: true })
  })
  // After every render: the tile may come with any of them.
  useEffect(() => fulfil())
  return (photoId) => {
    wish.current = photoId
    content.current?.querySelector<HTMLElement>(`[data-photo="${photoId}"]`)?.focus({ preventScroll: true })
  }
}

/** While the viewer goes from photo to photo, the grid behind it goes along, so that closing lands on the right tile. */
function useShowOpenPhoto(columns: PhotoColumns, reveal: (photo: number) => void): void {
  const openPhotoId = useView((view) => view.openPhotoId)
  const show = useEffectEvent((photoId: number) => {
    const photo = columns.ids.indexOf(photoId)
    if (photo === -1) return
    useSelection.getState().focus(photoId)
    reveal(photo)
  })
  useEffect(() => {
    if (openPhotoId !== null) show(openPhotoId)
  }, [openPhotoId])
}
