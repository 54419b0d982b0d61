import { Check, CircleQuestionMark, FolderTree, Maximize2, Minus, Plus, ScanSearch, TagPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import { ContextMenuItem, ContextMenuLine } from '../controls/context-menu.tsx'
import { runCommand } from '../state/commands.ts'
import { useCurrentCategory } from '../state/current-category.ts'
import { useSelection } from '../state/selection-store.ts'

/** What can be done with the photo under the pointer, or with all that are selected with it. */
export function PhotoMenu(): ReactNode {
  const inCategory = useCurrentCategory() !== null
  const count = useSelection((state) => state.selected.size)
  const one = count < 2
  return (
    <>
      <ContextMenuItem icon={<Maximize2 />} keys="Enter" onSelect={() => runCommand('open')}>
        Open
      </ContextMenuItem>
      {inCategory && (
        <>
          <ContextMenuLine />
          <ContextMenuItem icon={<Check />} keys="Y" onSelect={() => runCommand('say-yes')}>
            Yes, {one ? 'it belongs' : 'they belong'}
          </ContextMenuItem>
          <ContextMenuItem icon={<Minus />} keys="N" onSelect={() => runCommand('say-no')}>
            No, {one ? 'it does not' : 'they don’t'}
          </ContextMenuItem>
          <ContextMenuItem icon={<CircleQuestionMark />} keys="W" disabled={!one} onSelect={() => runCommand('why')}>
            Why is it here?
          </ContextMenuItem>
        </>
      )}
      <ContextMenuLine />
      <ContextMenuItem icon={<Plus />} keys="T" onSelect={() => runCommand('tag')}>
        Add to…
      </ContextMenuItem>
      <ContextMenuItem icon={<TagPlus />} keys="C" onSelect={() => runCommand('category-from-these')}>
        New category from {one ? 'this' : `these ${count.toLocaleString('en')}`}
      </ContextMenuItem>
      <ContextMenuItem icon={<ScanSearch />} keys="S" disabled={!one} onSelect={() => runCommand('more-like-this')}>
        More like this
      </ContextMenuItem>
      <ContextMenuLine />
      <ContextMenuItem icon={<FolderTree />} keys="O" onSelect={() => runCommand('sort-files')}>
        Sort {one ? 'its file' : 'their files'}…
      </ContextMenuItem>
    </>
  )
}
