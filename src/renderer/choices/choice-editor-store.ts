import { create } from 'zustand'

/** Which choice is being edited. */
type Target =
  | { readonly kind: 'new'; readonly categoryIds: readonly number[] }
  | { readonly kind: 'edit'; readonly choiceId: number }

interface ChoiceEditorState {
  readonly target: Target | null
  /** A new one, beginning with these categories. */
  readonly make: (categoryIds: readonly number[]) => void
  readonly edit: (choiceId: number) => void
  readonly close: () => void
}

export const useChoiceEditor = create<ChoiceEditorState>((set) => ({
  target: null,
  make: (categoryIds) => set({ target: { kind: 'new', categoryIds } }),
  edit: (choiceId) => set({ target: { kind: 'edit', choiceId } }),
  close: () => set({ target: null }),
}))
