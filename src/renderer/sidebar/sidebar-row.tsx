import { ChevronRight, Ellipsis } from 'lucide-react'
import type { DragEvent, KeyboardEvent, ReactNode } from 'react'
import { RenameField } from './rename-field.tsx'
import { RowPicture } from './row-picture.tsx'
import type { SidebarRow } from './sidebar-rows.ts'
import styles from './sidebar-row.module.css'

const number = new Intl.NumberFormat('en')

interface SidebarRowProps {
  readonly row: SidebarRow
  readonly current: boolean
  /** Whether Tab reaches the tree at this row. */
  readonly tabStop: boolean
  readonly renaming: boolean
  readonly hasMenu: boolean
  readonly menuOpen: boolean
  /** Where a dragged row would land. */
  readonly dropEdge: 'before' | 'after' | null
  readonly drag: RowDrag | null
  readonly onOpen: () => void
  readonly onToggle: () => void
  readonly onFocus: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  /** Before the menu of this row opens. */
  readonly onMenu: () => void
}

export interface RowDrag {
  readonly onDragStart: (event: DragEvent<HTMLElement>) => void
  readonly onDragOver: (event: DragEvent<HTMLElement>) => void
  readonly onDragEnd: () => void
  readonly onDrop: (event: DragEvent<HTMLElement>) => void
}

/** One place in the sidebar: picture, name, count; on hover its menu. */
export function SidebarRowView(props: SidebarRowProps): ReactNode {
  const {
    row,
    current,
    tabStop,
    renaming,
    hasMenu,
    menuOpen,
    dropEdge,
    drag,
    onOpen,
    onToggle,
    onFocus,
    onKeyDown,
    onMenu,
  } = props
  return (
    <div
      role="treeitem"
      className={styles.row}
      data-row={row.key}
      data-offline={row.offline}
      data-menu={menuOpen}
      data-level={Math.min(row.level, 5)}
      {...(dropEdge !== null && { 'data-drop': dropEdge })}
      tabIndex={tabStop ? 0 : -1}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.setSize}
      aria-selected={current}
      {...(current && { 'aria-current': 'page' as const })}
      {...(row.expanded !== null && { 'aria-expanded': row.expanded })}
      title={row.note === null ? undefined : `${row.label}, ${row.note}`}
      draggable={drag !== null && !renaming}
      {...drag}
      onClick={(event) => {
        // Someone with a pointer goes on in the photos: letters are for them now, not for looking up rows.
        event.currentTarget.blur()
        onOpen()
      }}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => {
        if (hasMenu) return onMenu()
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      {row.expanded === null ? (
        <span className={styles.twistie} />
      ) : (
        <span
          className={styles.twistie}
          aria-hidden
          data-open={row.expanded}
          onClick={(event) => {
            event.stopPropagation()
            onToggle()
          }}
        >
          <ChevronRight />
        </span>
      )}
      <RowPicture icon={row.icon} />
      {renaming && row.place.kind === 'category' ? (
        <RenameField categoryId={row.place.categoryId} name={row.label} />
      ) : (
        <span className={styles.label}>{row.label}</span>
      )}
      {row.count !== null && !renaming && (
        <span className={styles.count}>
          {number.format(row.count)}
          <span className="visually-hidden"> {unitOf(row)}</span>
        </span>
      )}
      {row.note !== null && <span className="visually-hidden">, {row.note}</span>}
      {hasMenu && !renaming && (
        <span aria-hidden className={styles.more} title="More" onClick={openMenuOf}>
          <Ellipsis />
        </span>
      )}
    </div>
  )
}

/** Said after the number, which on its own would mean nothing. */
function unitOf(row: SidebarRow): string {
  if (row.place.kind === 'problems') return row.count === 1 ? 'file' : 'files'
  return row.count === 1 ? 'photo' : 'photos'
}

/** The dots open what a right click opens, below themselves. */
function openMenuOf(event: { readonly currentTarget: HTMLElement; stopPropagation: () => void }): void {
  event.stopPropagation()
  const { left, bottom } = event.currentTarget.getBoundingClientRect()
  event.currentTarget.dispatchEvent(
    new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: left, clientY: bottom }),
  )
}
