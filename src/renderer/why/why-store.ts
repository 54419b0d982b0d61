import { create } from 'zustand'

interface WhyAsked {
  readonly photoId: number
  readonly categoryId: number
  /** What the answer is shown beside, and what gets the keyboard back. */
  readonly anchor: HTMLElement
}

interface WhyState {
  readonly asked: WhyAsked | null
  readonly open: (asked: WhyAsked) => void
  readonly close: () => void
}

/** Of which photo and category it is asked why. */
export const useWhy = create<WhyState>((set) => ({
  asked: null,
  open: (asked) => set({ asked }),
  close: () => set({ asked: null }),
}))
