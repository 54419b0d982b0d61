import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useRef } from 'react'
import { WinnowError } from '../../contract/error.ts'
import type { PlanEntry, PlanFilter, PlanSummary } from '../../contract/sorting.ts'
import type { SortEdits } from '../../core/sorting/sort-rules.ts'
import { attempt } from '../connection/attempt.ts'
import { library } from '../connection/library.tsx'
import { useView } from '../state/view-store.ts'
import type { FilterTab } from './plan-filters.ts'
import { PlanPhoto } from './plan-photo.tsx'
import styles from './plan-photos.module.css'
import { PlanPhotosTop } from './plan-photos-top.tsx'
import { withExcluded } from './sort-draft.ts'
import { useSorting } from './sort-store.ts'
import { usePlanItems, usePlanTotal } from './use-plan-items.ts'
import { useRovingRows } from './use-roving-rows.ts'

interface PlanPhotosProps {
  readonly plan: PlanSummary
  readonly filter: PlanFilter
  readonly tabs: readonly FilterTab[]
  readonly edits: SortEdits
  readonly onRename: (path: string) => void
  /** The library no longer knows the plan. */
  readonly onGone: () => void
}

/** Of a row that says nothing but where it comes from; those with more are measured. */
const usualRowHeightPx = 60

/** The photos of a folder or of what is unusual. Arrows walk, Enter opens one, Delete or X leaves it out or takes it in. */
export function PlanPhotos({ plan, filter, tabs, edits, onRename, onGone }: PlanPhotosProps): ReactNode {
  const { planId } = plan
  const scroller = useRef<HTMLDivElement>(null)
  const openPhoto = useView((view) => view.openPhoto)
  const edit = useSorting((sorting) => sorting.edit)
  const { total = 0, error } = usePlanTotal(planId, filter)
  const roving = useRovingRows(total, usualRowHeightPx, scroller)
  const shown = roving.rows.getVirtualItems()
  const itemAt = usePlanItems(planId, filter, shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0)
  const excluded = new Set(edits.excludedFileIds)
  const gone = useEffectEvent(onGone)
  useEffect(() => {
    if (error instanceof WinnowError && error.code === 'not-found') gone()
  }, [error])

  const open = async ({ photoId }: PlanEntry): Promise<void> => {
    if (photoId === null) return
    const answer = await attempt(library['sorting.planPhotos']({ planId, filter }))
    if (answer !== undefined) openPhoto(photoId, answer.photoIds)
  }
  const toggle = ({ fileId }: PlanEntry): void => edit(withExcluded(edits, [fileId], !excluded.has(fileId)))
  const onKeyDown = (event: KeyboardEvent, index: number, item: PlanEntry): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const to = stepOf(event.key, index, total)
    if (to !== null) roving.goTo(to)
    else if (event.key === 'Delete' || event.key === 'Backspace' || event.key.toLowerCase() === 'x') {
      if (canLeaveOut(item) || excluded.has(item.fileId)) toggle(item)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // The keys of the grid are not heard here; it is marked so that an open photo goes back to its place.
    <section className={styles.photos} aria-label="Photos of the plan" data-keys="photos">
      <PlanPhotosTop plan={plan} filter={filter} tabs={tabs} total={total} edits={edits} onRename={onRename} />
      <div ref={scroller} className={styles.scroller}>
        <ul className={styles.list} style={{ height: roving.rows.getTotalSize() }} aria-label="Photos">
          {shown.map(({ index, start }) => {
            const item = itemAt(index)
            return (
              <li
                key={index}
                ref={roving.rows.measureElement}
                data-index={index}
                className={styles.item}
                style={{ translate: `0 ${start}px` }}
                aria-posinset={index + 1}
                aria-setsize={total}
              >
                {item !== undefined && (
                  <PlanPhoto
                    item={item}
                    folder={filter.kind === 'folder' ? filter.path : null}
                    excluded={excluded.has(item.fileId)}
                    canToggle={canLeaveOut(item) || excluded.has(item.fileId)}
                    tabStop={index === roving.tabStop}
                    onFocus={() => roving.setTabStop(index)}
                    onKeyDown={(event) => onKeyDown(event, index, item)}
                    onOpen={() => void open(item)}
                    onToggle={() => toggle(item)}
                  />
                )}
              </li>
            )
          })}
        </ul>
      </div>
    </section>
  )
}

/** What stays anyway need not be left out. */
function canLeaveOut({ status }: PlanEntry): boolean {
  return status === 'go' || status === 'excluded'
}

/** The row a key leads to; null for a key that leads nowhere. */
function stepOf(key: string, index: number, total: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + 8,
    PageUp: index - 8,
    Home: 0,
    End: total - 1,
  }
  const to = steps[key]
  return to === undefined ? null : Math.max(0, Math.min(total - 1, to))
}
