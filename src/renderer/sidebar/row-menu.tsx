import {
  ArrowDown,
  ArrowUp,
  CircleQuestionMark,
  Copy,
  Download,
  EyeOff,
  FolderTree,
  History,
  Palette,
  Pencil,
  RefreshCw,
  SlidersHorizontal,
  Split,
  Trash,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { Category } from '../../contract/categories.ts'
import type { Folder } from '../../contract/folders.ts'
import type { SortScope } from '../../contract/sorting.ts'
import { hideCategory, moveCategory, recolourCategory, removeCategory } from '../category-editor/category-actions.ts'
import { categoryColours } from '../category-editor/category-colours.ts'
import { useCategoryHistory } from '../category-history/history-store.ts'
import { useChoiceEditor } from '../choices/choice-editor-store.ts'
import { copyText } from '../connection/copy-text.ts'
import { ColourDot } from '../controls/colour-dot.tsx'
import { ContextMenuChoice, ContextMenuItem, ContextMenuLine } from '../controls/context-menu.tsx'
import { removeFolder, rescanFolder } from '../folders/folder-actions.ts'
import { folderName } from '../search-bar/narrowing-chips.ts'
import { useReview } from '../review/review-store.ts'
import { useSharing } from '../sharing/sharing-store.ts'
import { useSorting } from '../sorting/sort-store.ts'
import { isHeading } from '../state/is-heading.ts'
import { useView } from '../state/view-store.ts'
import { useSidebar } from './sidebar-store.ts'

/** What can be done to a category from the sidebar. `neighbours` are the positions above and below, null at the ends. */
export function CategoryMenu({
  category,
  above,
  below,
}: {
  readonly category: Category
  readonly above: number | null
  readonly below: number | null
}): ReactNode {
  const edit = useView((view) => view.edit)
  const go = useView((view) => view.go)
  const rename = useSidebar((sidebar) => sidebar.rename)
  const { categoryId } = category
  return (
    <>
      <ContextMenuItem
        icon={<SlidersHorizontal />}
        onSelect={() => {
          go({ kind: 'category', categoryId })
          edit(categoryId)
        }}
      >
        Edit…
      </ContextMenuItem>
      {!isHeading(category) && <TeachingItems category={category} />}
      <ContextMenuItem icon={<Pencil />} keys="F2" onSelect={() => rename(categoryId)}>
        Rename
      </ContextMenuItem>
      <ContextMenuChoice
        label="Colour"
        icon={<Palette />}
        value={category.colour}
        onChange={(colour) => void recolourCategory(category, colour)}
        choices={categoryColours.map(({ value, label }) => ({ value, label, icon: <ColourDot colour={value} /> }))}
      />
      <SortItem scope={{ kind: 'category', categoryId }} words={category.name} />
      {category.origin === 'own' && (
        <>
          <ContextMenuLine />
          <ContextMenuItem
            icon={<ArrowUp />}
            keys="Alt+ArrowUp"
            disabled={above === null}
            onSelect={() => above !== null && void moveCategory(category, above)}
          >
            Move up
          </ContextMenuItem>
          <ContextMenuItem
            icon={<ArrowDown />}
            keys="Alt+ArrowDown"
            disabled={below === null}
            onSelect={() => below !== null && void moveCategory(category, below)}
          >
            Move down
          </ContextMenuItem>
        </>
      )}
      <ContextMenuLine />
      <ContextMenuItem icon={<EyeOff />} onSelect={() => void hideCategory(category, true)}>
        Hide
      </ContextMenuItem>
      {category.origin === 'own' && (
        <ContextMenuItem icon={<Trash />} tone="danger" keys="Delete" onSelect={() => void removeCategory(category)}>
          Delete
        </ContextMenuItem>
      )}
    </>
  )
}

/** What Winnow learned of it, and what it may ask. */
function TeachingItems({ category }: { readonly category: Category }): ReactNode {
  const { categoryId, choiceId } = category
  const { make, edit } = useChoiceEditor()
  return (
    <>
      <ContextMenuItem icon={<CircleQuestionMark />} keys="R" onSelect={() => useReview.getState().open(categoryId)}>
        Review
      </ContextMenuItem>
      <ContextMenuItem icon={<History />} onSelect={() => useCategoryHistory.getState().open(categoryId)}>
        History
      </ContextMenuItem>
      <ContextMenuItem icon={<Split />} onSelect={() => (choiceId === null ? make([categoryId]) : edit(choiceId))}>
        {choiceId === null ? 'One of a choice…' : 'Edit its choice…'}
      </ContextMenuItem>
      <ContextMenuItem icon={<Download />} onSelect={() => useSharing.getState().askExport([categoryId])}>
        Export…
      </ContextMenuItem>
    </>
  )
}

/** What can be done with the photos that Winnow is not sure about. */
export function UnsureMenu(): ReactNode {
  return (
    <ContextMenuItem icon={<CircleQuestionMark />} keys="R" onSelect={() => useReview.getState().open(null)}>
      Review
    </ContextMenuItem>
  )
}

interface FolderMenuProps {
  readonly folder: Folder
  /** Of a folder inside it; '' for the added one. */
  readonly folderPath: string
}

/** What can be done to an added folder, or to one inside it, from the sidebar. */
export function FolderMenu({ folder, folderPath }: FolderMenuProps): ReactNode {
  const { folderId } = folder
  const sort = (
    <SortItem scope={{ kind: 'folder', folderId, folderPath }} words={folderName({ folderId, folderPath }, [folder])} />
  )
  if (folderPath !== '') return sort
  return (
    <>
      {sort}
      <ContextMenuItem icon={<RefreshCw />} onSelect={() => void rescanFolder(folder)}>
        Look through it again
      </ContextMenuItem>
      <ContextMenuItem icon={<Copy />} onSelect={() => void copyText(folder.path, 'the path')}>
        Copy its path
      </ContextMenuItem>
      <ContextMenuLine />
      <ContextMenuItem icon={<Trash />} tone="danger" keys="Delete" onSelect={() => void removeFolder(folder)}>
        Remove from Winnow
      </ContextMenuItem>
    </>
  )
}

/** Opens the page that sorts files on disk, for what a row stands for. */
function SortItem({ scope, words }: { readonly scope: SortScope; readonly words: string }): ReactNode {
  return (
    <ContextMenuItem icon={<FolderTree />} onSelect={() => useSorting.getState().openSort(scope, words)}>
      Sort these files…
    </ContextMenuItem>
  )
}
