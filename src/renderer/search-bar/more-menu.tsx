import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { type CommandId, keyBindings } from '../app/key-bindings.ts'
import { IconButton } from '../controls/icon-button.tsx'
import { Menu, MenuItem, MenuLine } from '../controls/menu.tsx'
import { commandAvailable, runCommand } from '../state/commands.ts'

/** Groups of commands, a line between them. */
const groups: readonly (readonly CommandId[])[] = [
  ['larger', 'smaller'],
  ['select-all', 'new-category', 'add-folder'],
  ['review', 'edit-category', 'category-history', 'go-groups'],
  ['sort-files', 'go-sort-runs'],
  ['import-categories', 'export-categories'],
  ['go-models', 'go-hardware'],
  ['palette', 'keys', 'settings'],
]

/** Everything else that can be done here, behind the dots. */
export function MoreMenu(): ReactNode {
  return (
    <Menu
      trigger={
        <IconButton label="More">
          <Ellipsis />
        </IconButton>
      }
    >
      {groups.map((ids, index) => (
        <MenuGroup key={ids[0]} ids={ids} lineBefore={index > 0} />
      ))}
    </Menu>
  )
}

function MenuGroup({
  ids,
  lineBefore,
}: {
  readonly ids: readonly CommandId[]
  readonly lineBefore: boolean
}): ReactNode {
  return (
    <>
      {lineBefore && <MenuLine />}
      {keyBindings
        .filter(({ id }) => ids.includes(id))
        .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
        .map(({ id, label, keys }) => (
          <MenuItem
            key={id}
            {...(keys[0] !== undefined && { keys: keys[0] })}
            disabled={!commandAvailable(id)}
            onSelect={() => runCommand(id)}
          >
            {label}
          </MenuItem>
        ))}
    </>
  )
}
