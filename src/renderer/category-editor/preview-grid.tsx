import { type KeyboardEvent, type PointerEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import type { Verdict } from '../../contract/primitives.ts'
import { rowOfPhoto } from '../../core/layout/find-row.ts'
import { layOutRows, type LayoutSection } from '../../core/layout/justified-rows.ts'
import { type GridMove, middleOfPhoto, moveInGrid } from '../../core/layout/move-in-grid.ts'
import { useLibrary } from '../connection/library.tsx'
import { type CommandHandler, useCommands } from '../state/commands.ts'
import { targetIds, useSelection } from '../state/selection-store.ts'
import { PreviewTile } from './preview-tile.tsx'
import styles from './preview-grid.module.css'
import type { Preview } from './use-preview.ts'
import { useWidth } from './use-width.ts'

const number = new Intl.NumberFormat('en')

const gapPx = 4
const lineHeightPx = 52

const moves: Readonly<Record<string, GridMove>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'page-up',
  PageDown: 'page-down',
  Home: 'first',
  End: 'last',
}

interface PreviewGridProps {
  readonly preview: Preview
  /** How many at the front are sure at the strictness on the slider now. */
  readonly sureCount: number
  readonly rowHeightPx: number
  /** Absent while the category does not exist yet: there is nothing to answer about. */
  readonly onDecide: ((photoIds: readonly number[], verdict: Verdict) => void) | null
}

/** What the words find, best first, with a line where Winnow becomes less certain. Arrows walk, Space selects. */
export function PreviewGrid({ preview, sureCount, rowHeightPx, onDecide }: PreviewGridProps): ReactNode {
  const { ref, widthPx } = useWidth()
  const version = useLibrary('system.info', {}).data?.thumbnailVersion ?? 0
  const { selected, focusedId } = useSelection()
  const grid = useRef<HTMLDivElement>(null)
  const [columnXPx, setColumnXPx] = useState(0)
  const shown = preview.ids.length
  const cut = Math.min(sureCount, shown)

  const layout = useMemo(() => {
    const sections: LayoutSection[] = []
    if (cut > 0) sections.push({ start: 0, headerHeightPx: 0 })
    if (cut < shown) sections.push({ start: cut, headerHeightPx: lineHeightPx })
    return layOutRows(preview.aspects, sections, { widthPx, rowHeightPx, gapPx, sectionGapPx: gapPx })
  }, [preview, cut, shown, widthPx, rowHeightPx])

  const focusedIndex = Math.max(0, focusedId === null ? -1 : preview.ids.indexOf(focusedId))
  const moveFocus = (index: number): void => {
    const photoId = preview.ids[index]
    if (photoId === undefined) return
    useSelection.getState().focus(photoId)
    const tile = grid.current?.querySelector<HTMLElement>(`[data-photo="${photoId}"]`)
    tile?.focus()
    tile?.scrollIntoView({ block: 'nearest' })
  }
  const say = (verdict: Verdict): CommandHandler => ({
    available: () => onDecide !== null && targetIds(useSelection.getState()).length > 0,
    run: () => {
      const { selected, clear, ...rest } = useSelection.getState()
      onDecide?.(targetIds({ selected, ...rest }), verdict)
      // One answer goes on to the next photo, so that a row of answers is a row of keys.
      if (selected.size > 0) clear()
      else moveFocus(Math.min(shown - 1, focusedIndex + 1))
    },
  })
  useCommands({ 'say-yes': say('yes'), 'say-no': say('no'), 'say-undecided': say('undecided') })
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = moves[event.key]
    if (move !== undefined && shown > 0) {
      event.preventDefault()
      event.stopPropagation()
      const next = moveInGrid(layout, focusedIndex, move, { pageHeightPx: window.innerHeight * 0.7, columnXPx })
      if (move !== 'up' && move !== 'down') setColumnXPx(middleOfPhoto(layout, next))
      moveFocus(next)
    } else if (event.key === ' ' && focusedId !== null) {
      event.preventDefault()
      event.stopPropagation()
      useSelection.getState().toggle(focusedId)
    }
  }
  const choose = (index: number, event: PointerEvent | undefined): void => {
    const { select, toggle, anchorId } = useSelection.getState()
    const photoId = preview.ids[index]
    if (photoId === undefined) return
    setColumnXPx(middleOfPhoto(layout, index))
    const anchor = anchorId === null ? -1 : preview.ids.indexOf(anchorId)
    if (event?.shiftKey === true && anchor !== -1) {
      select(preview.ids.subarray(Math.min(anchor, index), Math.max(anchor, index) + 1))
    } else toggle(photoId)
    moveFocus(index)
  }

  // At least unsure in all, whatever the slider moves from one side of the line to the other.
  const atLeastUnsure = preview.sureCount + preview.unsureCount
  const hidden = atLeastUnsure - shown
  const lineTop = layout.sectionTop[layout.sectionCount - 1] ?? 0
  return (
    <div ref={ref} className={styles.space}>
      <div
        ref={grid}
        role="group"
        aria-label="Photos it would hold, best first"
        className={styles.grid}
        style={{ height: layout.heightPx }}
      >
        {Array.from(preview.ids, (photoId, index) => {
          const row = rowOfPhoto(layout, index)
          return (
            <PreviewTile
              key={photoId}
              photoId={photoId}
              thumbnailVersion={version}
              label={`Photo ${index + 1} of ${shown}, ${index < cut ? 'yes' : 'less certain'}`}
              colour={`rgb(${preview.colours.subarray(index * 3, index * 3 + 3).join(' ')})`}
              leftPx={layout.left[index] ?? 0}
              topPx={layout.rowTop[row] ?? 0}
              widthPx={layout.width[index] ?? 0}
              heightPx={layout.rowHeight[row] ?? 0}
              sure={index < cut}
              selected={selected.has(photoId)}
              tabStop={index === focusedIndex}
              onChoose={(event) => choose(index, event)}
              onKeyDown={onKeyDown}
              onFocus={() => useSelection.getState().focus(photoId)}
              onDecide={onDecide === null ? null : (verdict) => onDecide([photoId], verdict)}
            />
          )
        })}
      </div>
      {cut < shown && (
        <p className={styles.line} style={{ top: lineTop }}>
          {cut === 0 ? 'None is certain. ' : ''}Less certain from here (
          {number.format(Math.max(0, atLeastUnsure - sureCount))})
        </p>
      )}
      {hidden > 0 && <p className={styles.more}>and {number.format(hidden)} more</p>}
    </div>
  )
}
