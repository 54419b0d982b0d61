import { create } from 'zustand'

interface SidebarState {
  /** Whether the whole sidebar lies over the photos, where the window is too narrow to keep it beside them. */
  readonly sheetOpen: boolean
  /** The category whose name is being written in place. */
  readonly renamingId: number | null
  readonly openSheet: (sheetOpen: boolean) => void
  readonly rename: (renamingId: number | null) => void
}

export const useSidebar = create<SidebarState>((set) => ({
  sheetOpen: false,
  renamingId: null,
  openSheet: (sheetOpen) => set({ sheetOpen }),
  rename: (renamingId) => set({ renamingId }),
}))
