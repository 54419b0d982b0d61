import { create } from 'zustand'

interface SelectionState {
  readonly selected: ReadonlySet<number>
  /** Where Shift extends from. */
  readonly anchorId: number | null
  /** The photo the keyboard is on (roving focus). */
  readonly focusedId: number | null
  readonly select: (photoIds: Iterable<number>, anchorId?: number | null) => void
  readonly toggle: (photoId: number) => void
  readonly focus: (photoId: number | null) => void
  readonly clear: () => void
}

export const useSelection = create<SelectionState>((set) => ({
  selected: new Set(),
  anchorId: null,
  focusedId: null,
  select: (photoIds, anchorId) =>
    set((state) => ({ selected: new Set(photoIds), anchorId: anchorId === undefined ? state.anchorId : anchorId })),
  toggle: (photoId) =>
    set((state) => {
      const selected = new Set(state.selected)
      if (!selected.delete(photoId)) selected.add(photoId)
      return { selected, anchorId: photoId, focusedId: photoId }
    }),
  focus: (focusedId) => set({ focusedId }),
  clear: () => set({ selected: new Set(), anchorId: null }),
}))

/** What an answer or a tag applies to: the selection, or else the photo the keyboard is on. */
export function targetIds(state: Pick<SelectionState, 'selected' | 'focusedId'>): readonly number[] {
  if (state.selected.size > 0) return [...state.selected]
  return state.focusedId === null ? [] : [state.focusedId]
}
