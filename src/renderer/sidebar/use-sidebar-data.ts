import { useMemo } from 'react'
import type { Category } from '../../contract/categories.ts'
import type { Folder } from '../../contract/folders.ts'
import { useLibrary } from '../connection/library.tsx'
import { useChangeSettings, useSettings } from '../settings/use-settings.ts'
import { folderRows, foundRows, ownCategoryRows, sectionRows, type SidebarRow } from './sidebar-rows.ts'

export interface SidebarData {
  readonly categories: readonly Category[]
  readonly folders: readonly Folder[]
  readonly sections: readonly SidebarRow[]
  readonly own: readonly SidebarRow[]
  readonly found: readonly SidebarRow[]
  readonly folderRows: readonly SidebarRow[]
  /** Opens or closes a group, and remembers it. */
  readonly toggle: (key: string) => void
}

const nothing: readonly never[] = []

/** What the sidebar shows, kept fresh. */
export function useSidebarData(): SidebarData {
  const list = useLibrary('categories.list', {}).data
  const choices = useLibrary('choices.list', {}).data?.choices ?? nothing
  const folders = useLibrary('folders.list', {}).data?.folders ?? nothing
  const problemCount = useLibrary('problems.list', { offset: 0, limit: 1 }).data?.total ?? 0
  const toggledGroups = useSettings()?.toggledGroups ?? nothing
  const changeSettings = useChangeSettings()

  return useMemo(() => {
    const opened = new Set(toggledGroups)
    const categories = list?.categories ?? nothing
    // Not counted yet is no number, rather than none.
    const { photoCount = null, unsureCount = null, untaggedCount = null } = list ?? {}
    return {
      categories,
      folders,
      sections: sectionRows({ photoCount, unsureCount, untaggedCount, problemCount }),
      own: ownCategoryRows(categories, opened, choices),
      found: foundRows(categories, opened),
      folderRows: folderRows(folders, opened),
      toggle: (key) =>
        changeSettings({
          toggledGroups: opened.has(key) ? toggledGroups.filter((other) => other !== key) : [...toggledGroups, key],
        }),
    }
  }, [list, choices, folders, problemCount, toggledGroups, changeSettings])
}
