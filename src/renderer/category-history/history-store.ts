import { create } from 'zustand'
import { rememberFocus } from '../state/remember-focus.ts'

interface CategoryHistoryState {
  /** Whose history is shown; null while none is. */
  readonly categoryId: number | null
  readonly open: (categoryId: number) => void
  readonly close: () => void
  /** Where the keyboard was before. */
  readonly giveFocusBack: () => void
}

/** Of which category the history is open. */
export const useCategoryHistory = create<CategoryHistoryState>((set) => ({
  categoryId: null,
  giveFocusBack: () => undefined,
  open: (categoryId) =>
    set((state) => ({
      categoryId,
      giveFocusBack: state.categoryId === null ? rememberFocus() : state.giveFocusBack,
    })),
  close: () => set({ categoryId: null }),
}))
