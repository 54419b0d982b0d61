import { create } from 'zustand'
import { type Narrowing, noNarrowing, type Place } from './view.ts'

/** What floats above the gallery; one at a time. */
export type Panel = 'none' | 'tag-picker' | 'palette' | 'keys' | 'settings' | 'add-folder' | 'progress'

interface ViewState {
  readonly place: Place
  readonly narrowing: Narrowing
  /** The photo open in the viewer, by its id. */
  readonly openPhotoId: number | null
  /** The photos that the viewer walks through; null: those of the gallery. */
  readonly openAmong: readonly number[] | null
  /** The category in the editor: an id, 'new', or null when closed. */
  readonly editing: number | 'new' | null
  readonly panel: Panel
  readonly go: (place: Place) => void
  readonly narrow: (change: Partial<Narrowing>) => void
  readonly clearNarrowing: () => void
  /** `among`: what the viewer walks through until it is closed, where that is not the gallery. */
  readonly openPhoto: (photoId: number | null, among?: readonly number[]) => void
  readonly edit: (editing: number | 'new' | null) => void
  readonly show: (panel: Panel) => void
}

/** Where the person is and what is open. Nothing here comes from the library; that lives in queries. */
export const useView = create<ViewState>((set) => ({
  place: { kind: 'all' },
  narrowing: noNarrowing,
  openPhotoId: null,
  openAmong: null,
  editing: null,
  panel: 'none',
  // A new place begins un-narrowed, closes the viewer and the editor: the sidebar always means "show me all of this".
  go: (place) =>
    set({ place, narrowing: noNarrowing, openPhotoId: null, openAmong: null, editing: null, panel: 'none' }),
  narrow: (change) => set((state) => ({ narrowing: { ...state.narrowing, ...change } })),
  clearNarrowing: () => set({ narrowing: noNarrowing }),
  openPhoto: (openPhotoId, among) =>
    set((state) => ({ openPhotoId, openAmong: openPhotoId === null ? null : (among ?? state.openAmong) })),
  edit: (editing) => set({ editing, panel: 'none' }),
  show: (panel) => set({ panel }),
}))
