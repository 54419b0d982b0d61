import { create } from 'zustand'
import { categoryColours } from './category-colours.ts'

/** A category that is being made; kept when the person looks elsewhere, until it is created or thrown away. */
export interface NewCategory {
  readonly name: string
  readonly words: readonly string[]
  readonly notWords: readonly string[]
  readonly strictness: number
  readonly colour: string | null
  readonly parentId: number | null
}

interface DraftState {
  readonly draft: NewCategory
  readonly change: (change: Partial<NewCategory>) => void
  readonly reset: () => void
}

const empty: NewCategory = { name: '', words: [], notWords: [], strictness: 0.5, colour: null, parentId: null }

export const useDraft = create<DraftState>((set) => ({
  draft: empty,
  change: (change) => set((state) => ({ draft: { ...state.draft, ...change } })),
  reset: () => set({ draft: empty }),
}))

/** The first of the offered colours that the fewest categories have. */
export function freshColour(used: readonly string[]): string {
  const uses = categoryColours.map(({ value }) => used.filter((colour) => colour === value).length)
  return categoryColours[uses.indexOf(Math.min(...uses))]?.value ?? categoryColours[0].value
}
