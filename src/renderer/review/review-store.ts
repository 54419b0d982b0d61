import { create } from 'zustand'
import { useNotice } from '../state/notice-store.ts'
import { rememberFocus } from '../state/remember-focus.ts'

interface ReviewPlace {
  /** Null: all the person's own categories. */
  readonly categoryId: number | null
}

interface ReviewPlaceState {
  /** What is being asked about; null while nothing is. */
  readonly asked: ReviewPlace | null
  readonly open: (categoryId: number | null) => void
  readonly close: () => void
  /** Where the keyboard was before. */
  readonly giveFocusBack: () => void
}

/** Whether questions are asked, and about which category. */
export const useReview = create<ReviewPlaceState>((set) => ({
  asked: null,
  giveFocusBack: () => undefined,
  open: (categoryId) => {
    // Its Undo would be taken for that of the review.
    const { notice, dismiss } = useNotice.getState()
    if (notice !== null) dismiss(notice.id)
    set(({ asked, giveFocusBack }) => ({
      asked: { categoryId },
      giveFocusBack: asked === null ? rememberFocus() : giveFocusBack,
    }))
  },
  close: () => set({ asked: null }),
}))
