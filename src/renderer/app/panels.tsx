import type { ReactNode } from 'react'
import { AddFolder } from '../folders/add-folder.tsx'
import { KeysHelp } from '../keys-help/keys-help.tsx'
import { CommandPalette } from '../palette/command-palette.tsx'
import { SettingsPanel } from '../settings/settings-panel.tsx'
import { useView } from '../state/view-store.ts'
import { TagPicker } from '../tag-picker/tag-picker.tsx'

/** What floats above the gallery, one at a time. Progress opens from its own line in the sidebar. */
export function Panels(): ReactNode {
  const panel = useView((view) => view.panel)
  switch (panel) {
    case 'tag-picker':
      return <TagPicker />
    case 'palette':
      return <CommandPalette />
    case 'keys':
      return <KeysHelp />
    case 'settings':
      return <SettingsPanel />
    case 'add-folder':
      return <AddFolder />
    case 'none':
    case 'progress':
      return null
  }
}
