import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../controls/icon-button.tsx'
import { useView } from '../state/view-store.ts'
import { RowPicture } from './row-picture.tsx'
import { keyOfPlace, type SidebarRow } from './sidebar-rows.ts'
import styles from './sidebar-rail.module.css'
import { useSidebarData } from './use-sidebar-data.ts'

/** The sidebar as icons: what stands at the top of each of its trees. */
export function SidebarRail(): ReactNode {
  const data = useSidebarData()
  const edit = useView((view) => view.edit)
  return (
    <div className={styles.rail}>
      <RailGroup rows={data.sections} />
      <RailGroup rows={topOf(data.own)}>
        <IconButton label="New category" tooltipSide="right" onClick={() => edit('new')}>
          <Plus />
        </IconButton>
      </RailGroup>
      <RailGroup rows={topOf(data.found)} />
      <RailGroup rows={topOf(data.folderRows)} />
    </div>
  )
}

/** The outermost places; a choice is none, what it is between are. */
function topOf(rows: readonly SidebarRow[]): readonly SidebarRow[] {
  return rows.filter((row, index) => {
    const top = rows.slice(0, index).findLast(({ level }) => level === 1)
    return row.choiceId === null && (row.level === 1 || (row.level === 2 && top?.choiceId !== null))
  })
}

function RailGroup({
  rows,
  children,
}: {
  readonly rows: readonly SidebarRow[]
  readonly children?: ReactNode
}): ReactNode {
  const place = useView((view) => view.place)
  const go = useView((view) => view.go)
  if (rows.length === 0 && children === undefined) return null
  return (
    <div className={styles.group}>
      {rows.map((row) => (
        <IconButton
          key={row.key}
          label={row.note === null ? row.label : `${row.label}, ${row.note}`}
          tooltipSide="right"
          className={styles.place ?? ''}
          {...(row.key === keyOfPlace(place) && { 'aria-current': 'page' as const })}
          onClick={() => go(row.place)}
        >
          <RowPicture icon={row.icon} />
        </IconButton>
      ))}
      {children}
    </div>
  )
}
