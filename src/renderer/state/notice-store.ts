import { create } from 'zustand'

/** One line at the bottom: what was done (with Undo) or what went wrong. */
export interface Notice {
  readonly id: number
  readonly text: string
  readonly tone: 'done' | 'problem'
  readonly undoable: boolean
}

interface NoticeState {
  readonly notice: Notice | null
  readonly say: (text: string, options?: { readonly undoable?: boolean }) => void
  readonly complain: (text: string) => void
  readonly dismiss: (id: number) => void
}

export const useNotice = create<NoticeState>((set) => {
  let lastId = 0
  return {
    notice: null,
    say: (text, options) => set({ notice: { id: ++lastId, text, tone: 'done', undoable: options?.undoable ?? false } }),
    complain: (text) => set({ notice: { id: ++lastId, text, tone: 'problem', undoable: false } }),
    dismiss: (id) => set((state) => (state.notice?.id === id ? { notice: null } : state)),
  }
})
