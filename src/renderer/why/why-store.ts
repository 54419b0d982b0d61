import { create } from 'zustand'
import { rememberFocus } from '../state/remember-focus.ts'

interface WhyAsked {
  readonly photoId: number
  readonly categoryId: number
  /** What the answer is shown beside. */
  readonly anchor: HTMLElement
  /** On which side of it there is room. */
  readonly side: 'bottom' | 'left' | 'right'
}

interface WhyState {
  readonly asked: WhyAsked | null
  readonly open: (asked: WhyAsked) => void
  readonly close: () => void
  /** Where the keyboard was before. */
  readonly giveFocusBack: () => void
}

/** Of which photo and category it is asked why. */
export const useWhy = create<WhyState>((set) => ({
  asked: null,
  giveFocusBack: () => undefined,
  open: (asked) => set({ asked, giveFocusBack: rememberFocus() }),
  close: () => set({ asked: null }),
}))
