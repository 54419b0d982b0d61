import { create } from 'zustand'
import type { Verdict } from '../../contract/primitives.ts'
import { categoryColours } from './category-colours.ts'

interface OutsidePicture {
  readonly pictureId: string
  readonly name: string
}

type Answers = ReadonlyMap<number, 'yes' | 'no'>

/** A category that is being made; kept when the person looks elsewhere, until it is created or thrown away. */
export interface NewCategory {
  readonly name: string
  readonly words: readonly string[]
  readonly notWords: readonly string[]
  readonly strictness: number
  readonly useHints: boolean
  readonly colour: string | null
  readonly parentId: number | null
  /** By photo. */
  readonly answers: Answers
  readonly pictures: readonly OutsidePicture[]
}

interface DraftState {
  readonly draft: NewCategory
  /** The answers before each step, and after each step that was taken back. */
  readonly past: readonly Answers[]
  readonly future: readonly Answers[]
  readonly change: (change: Partial<Omit<NewCategory, 'answers'>>) => void
  readonly answer: (photoIds: readonly number[], verdict: Verdict) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly reset: () => void
  /** A new one that these photos belong to. */
  readonly beginWith: (photoIds: readonly number[]) => void
}

const empty: NewCategory = {
  name: '',
  words: [],
  notWords: [],
  strictness: 0.5,
  useHints: false,
  colour: null,
  parentId: null,
  answers: new Map(),
  pictures: [],
}

export const useDraft = create<DraftState>((set) => ({
  draft: empty,
  past: [],
  future: [],
  change: (change) => set((state) => ({ draft: { ...state.draft, ...change } })),
  answer: (photoIds, verdict) =>
    set(({ draft, past }) => {
      const answers = new Map(draft.answers)
      for (const photoId of photoIds) {
        if (verdict === 'undecided') answers.delete(photoId)
        else answers.set(photoId, verdict)
      }
      return { draft: { ...draft, answers }, past: [...past, draft.answers], future: [] }
    }),
  undo: () =>
    set(({ draft, past, future }) => {
      const answers = past.at(-1)
      if (answers === undefined) return {}
      return { draft: { ...draft, answers }, past: past.slice(0, -1), future: [...future, draft.answers] }
    }),
  redo: () =>
    set(({ draft, past, future }) => {
      const answers = future.at(-1)
      if (answers === undefined) return {}
      return { draft: { ...draft, answers }, past: [...past, draft.answers], future: future.slice(0, -1) }
    }),
  reset: () => set({ draft: empty, past: [], future: [] }),
  beginWith: (photoIds) =>
    set({
      draft: { ...empty, answers: new Map(photoIds.map((photoId) => [photoId, 'yes'])) },
      past: [],
      future: [],
    }),
}))

/** The first of the offered colours that the fewest categories have. */
export function freshColour(used: readonly string[]): string {
  const uses = categoryColours.map(({ value }) => used.filter((colour) => colour === value).length)
  return categoryColours[uses.indexOf(Math.min(...uses))]?.value ?? categoryColours[0].value
}
