import { Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Category } from '../../contract/categories.ts'
import type { Folder } from '../../contract/folders.ts'
import { removeCategory } from '../category-editor/category-actions.ts'
import { removeChoice } from '../choices/store-choice.ts'
import { ChoiceMenu } from '../choices/choice-menu.tsx'
import { ContextMenu } from '../controls/context-menu.tsx'
import { CategoryHint } from '../first-run/category-hint.tsx'
import { chooseFolders } from '../folders/add-folders.ts'
import { removeFolder } from '../folders/folder-actions.ts'
import { useView } from '../state/view-store.ts'
import { CategoryMenu, FolderMenu, UnsureMenu } from './row-menu.tsx'
import { SidebarRowView } from './sidebar-row.tsx'
import { keyOfPlace, type SidebarRow } from './sidebar-rows.ts'
import { useSidebar } from './sidebar-store.ts'
import styles from './sidebar-trees.module.css'
import { useOwnOrder } from './use-own-order.ts'
import { type SidebarData, useSidebarData } from './use-sidebar-data.ts'
import { useTreeKeys } from './use-tree-keys.ts'

/** Everything that can be gone to, in four trees that the arrow keys walk as one. */
export function SidebarTrees({ onGone }: { readonly onGone: () => void }): ReactNode {
  const data = useSidebarData()
  const order = useOwnOrder(data.categories)
  const place = useView((view) => view.place)
  const go = useView((view) => view.go)
  const edit = useView((view) => view.edit)
  const { renamingId, rename } = useSidebar()
  const [focusedKey, setFocusedKey] = useState<string | null>(null)
  const [menuKey, setMenuKey] = useState<string | null>(null)
  const currentKey = keyOfPlace(place)

  const open = (row: SidebarRow): void => {
    if (row.choiceId !== null) {
      data.toggle(row.key)
      return
    }
    go(row.place)
    onGone()
  }
  const onKeyDown = useTreeKeys({
    rows: [...data.sections, ...data.own, ...data.found, ...data.folderRows],
    onOpen: open,
    onToggle: (row) => data.toggle(row.key),
    onRename: (row) => row.choiceId === null && row.place.kind === 'category' && rename(row.place.categoryId),
    onRemove: (row) => removeRow(row, data),
    onMove: (row, direction) => {
      const category = categoryOf(row, data)
      if (category === undefined || category.origin !== 'own') return
      const { above, below } = order.neighboursOf(category)
      const position = direction === 'up' ? above : below
      if (position !== null) order.move(category, position)
    },
  })

  const drawRows = (rows: readonly SidebarRow[]): readonly ReactNode[] => {
    // Tab reaches each tree once: at the row last focused, else the current place, else the first row.
    const stop = [focusedKey, currentKey].find((key) => rows.some((row) => row.key === key)) ?? rows[0]?.key
    return rows.map((row) => {
      const category = categoryOf(row, data)
      const own = category?.origin === 'own' ? category : null
      return (
        <SidebarRowView
          key={row.key}
          row={row}
          current={row.key === currentKey}
          tabStop={row.key === stop}
          renaming={category !== undefined && category.categoryId === renamingId}
          menuOpen={row.key === menuKey}
          hasMenu={
            category !== undefined ||
            row.choiceId !== null ||
            row.place.kind === 'unsure' ||
            row.place.kind === 'folder'
          }
          dropEdge={own !== null && order.drop?.categoryId === own.categoryId ? order.drop.edge : null}
          drag={own === null ? null : order.dragOf(own)}
          onOpen={() => open(row)}
          onToggle={() => data.toggle(row.key)}
          onFocus={() => setFocusedKey(row.key)}
          onKeyDown={(event) => onKeyDown(row, event)}
          onMenu={() => setMenuKey(row.key)}
        />
      )
    })
  }

  const onMenuClosed = (): void => setMenuKey(null)
  const menu = <MenuOf rowKey={menuKey} data={data} neighboursOf={order.neighboursOf} />
  return (
    <div className={styles.trees}>
      <Section label="Photos" menu={menu} onMenuClosed={onMenuClosed}>
        {drawRows(data.sections)}
      </Section>
      <Section
        label="My categories"
        heading
        menu={menu}
        onMenuClosed={onMenuClosed}
        below={
          <>
            <AddButton
              onClick={() => {
                edit('new')
                onGone()
              }}
            >
              New category
            </AddButton>
            <CategoryHint />
          </>
        }
      >
        {drawRows(data.own)}
      </Section>
      {data.found.length > 0 && (
        <Section label="Found" heading menu={menu} onMenuClosed={onMenuClosed}>
          {drawRows(data.found)}
        </Section>
      )}
      <Section
        label="Folders"
        heading
        menu={menu}
        onMenuClosed={onMenuClosed}
        below={<AddButton onClick={() => void chooseFolders()}>Add a folder</AddButton>}
      >
        {drawRows(data.folderRows)}
      </Section>
    </div>
  )
}

interface SectionProps {
  readonly label: string
  /** Whether the label is shown. */
  readonly heading?: boolean
  /** What the menu of its rows holds. */
  readonly menu?: ReactNode
  readonly onMenuClosed?: () => void
  readonly children: readonly ReactNode[]
  readonly below?: ReactNode
}

function Section({ label, heading = false, menu, onMenuClosed, children, below }: SectionProps): ReactNode {
  const tree = (
    <div role="tree" aria-label={label}>
      {children}
    </div>
  )
  return (
    <section className={styles.section}>
      {heading && <h2 className={styles.heading}>{label}</h2>}
      {children.length > 0 &&
        (menu === undefined ? (
          tree
        ) : (
          <ContextMenu
            area={tree}
            label={label}
            keepsFocus={() => useSidebar.getState().renamingId !== null}
            onOpenChange={(open) => {
              if (!open) onMenuClosed?.()
            }}
          >
            {menu}
          </ContextMenu>
        ))}
      {below}
    </section>
  )
}

function AddButton({ children, onClick }: { readonly children: string; readonly onClick: () => void }): ReactNode {
  return (
    <button type="button" className={styles.add} onClick={onClick}>
      <Plus aria-hidden />
      {children}
    </button>
  )
}

interface MenuOfProps {
  readonly rowKey: string | null
  readonly data: SidebarData
  readonly neighboursOf: (category: Category) => { readonly above: number | null; readonly below: number | null }
}

function MenuOf({ rowKey, data, neighboursOf }: MenuOfProps): ReactNode {
  const row = rowByKey(rowKey, data)
  if (row === undefined) return null
  if (row.place.kind === 'unsure') return <UnsureMenu />
  if (row.choiceId !== null) return <ChoiceMenu choiceId={row.choiceId} name={row.label} />
  const category = categoryOf(row, data)
  if (category !== undefined) return <CategoryMenu category={category} {...neighboursOf(category)} />
  const { place } = row
  if (place.kind !== 'folder') return null
  const folder = data.folders.find(({ folderId }) => folderId === place.folderId)
  return folder === undefined ? null : <FolderMenu folder={folder} folderPath={place.folderPath} />
}

function rowByKey(key: string | null, data: SidebarData): SidebarRow | undefined {
  return [...data.sections, ...data.own, ...data.found, ...data.folderRows].find((row) => row.key === key)
}

function categoryOf(row: SidebarRow, data: SidebarData): Category | undefined {
  const { place, choiceId } = row
  return place.kind === 'category' && choiceId === null
    ? data.categories.find(({ categoryId }) => categoryId === place.categoryId)
    : undefined
}

/** The added folder a row stands for; one inside it can't be removed. */
function folderOf(row: SidebarRow, data: SidebarData): Folder | undefined {
  const { place } = row
  if (place.kind !== 'folder' || place.folderPath !== '') return undefined
  return data.folders.find(({ folderId }) => folderId === place.folderId)
}

function removeRow(row: SidebarRow, data: SidebarData): void {
  if (row.choiceId !== null) void removeChoice({ choiceId: row.choiceId, name: row.label })
  const category = categoryOf(row, data)
  if (category?.origin === 'own') void removeCategory(category)
  const folder = folderOf(row, data)
  if (folder !== undefined) void removeFolder(folder)
}
