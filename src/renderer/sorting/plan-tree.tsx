import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { PlanFilter, PlanSummary } from '../../contract/sorting.ts'
import type { SortEdits } from '../../core/sorting/sort-rules.ts'
import { FolderRow } from './folder-row.tsx'
import styles from './plan-tree.module.css'
import { withFolder } from './sort-draft.ts'
import { useSorting } from './sort-store.ts'
import { treeRows, treeStep } from './tree-rows.ts'
import { useLeaveOut } from './use-leave-out.ts'
import { useRovingRows } from './use-roving-rows.ts'

interface PlanTreeProps {
  readonly plan: PlanSummary
  readonly shown: PlanFilter
  readonly edits: SortEdits
  readonly renamingPath: string | null
  readonly onRename: (path: string | null) => void
  readonly onChoose: (path: string) => void
}

const rowHeightPx = 52

/** The folders that photos go to. Arrows walk, F2 changes where a folder's photos go, Delete leaves them out. */
export function PlanTree({ plan, shown, edits, renamingPath, onRename, onChoose }: PlanTreeProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null)
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())
  const edit = useSorting((sorting) => sorting.edit)
  const leaveOut = useLeaveOut(plan.planId, edits)
  const rows = useMemo(
    () => treeRows(plan.folders, nameOf(plan.targetPath), toggled),
    [plan.folders, plan.targetPath, toggled],
  )
  const roving = useRovingRows(rows.length, rowHeightPx, scroller)
  // A folder that gets another path takes the keyboard along to where it is then.
  const followedPath = useRef<string | null>(null)
  const follow = useEffectEvent((index: number) => roving.goTo(index))
  useEffect(() => {
    const index = rows.findIndex(({ folder }) => folder.path === followedPath.current)
    if (index === -1) return
    followedPath.current = null
    follow(index)
  }, [rows])
  const chosenPath = shown.kind === 'folder' ? shown.path : null

  const toggle = (path: string): void => {
    const next = new Set(toggled)
    if (!next.delete(path)) next.add(path)
    setToggled(next)
  }
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    const row = rows[index]
    if (row === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    const { path } = row.folder
    const step = treeStep(rows, index, event.key)
    if (step?.kind === 'focus') roving.goTo(step.index)
    else if (step?.kind === 'toggle') toggle(step.path)
    else if (event.key === 'Enter' || event.key === ' ') onChoose(path)
    else if (event.key === 'F2' && path !== '') onRename(path)
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      void leaveOut({ kind: 'folder', path, deep: true })
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div ref={scroller} className={styles.scroller}>
      <div role="tree" aria-label="Folders" className={styles.tree} style={{ height: roving.rows.getTotalSize() }}>
        {roving.rows.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          if (row === undefined) return null
          const { path } = row.folder
          return (
            <FolderRow
              // By its place, so that the keyboard stays where it is when the folder there is another one.
              key={index}
              row={row}
              index={index}
              topPx={start}
              chosen={path === chosenPath}
              tabStop={index === roving.tabStop}
              renaming={path === renamingPath}
              onFocus={() => roving.setTabStop(index)}
              onKeyDown={(event) => onKeyDown(event, index)}
              onChoose={() => onChoose(path)}
              onToggle={() => toggle(path)}
              onRenamed={(to) => {
                onRename(null)
                roving.goTo(index)
                if (to === null || to === path) return
                edit(withFolder(edits, path, to))
                followedPath.current = to
                onChoose(to)
              }}
            />
          )
        })}
      </div>
    </div>
  )
}

/** The last name of a path, whatever the system's separator. */
function nameOf(path: string): string {
  return path.split(path.startsWith('/') ? '/' : /[/\\]/).findLast((part) => part !== '') ?? path
}
