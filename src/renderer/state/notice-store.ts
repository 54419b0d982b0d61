import { create } from 'zustand'
import { runCommand } from './commands.ts'

/** One line at the bottom: what was done (with Undo) or what went wrong. */
export interface Notice {
  readonly id: number
  readonly text: string
  readonly tone: 'done' | 'problem'
  /** What a button on it does. */
  readonly action: NoticeAction | null
}

interface NoticeAction {
  readonly label: string
  readonly run: () => void
}

interface NoticeState {
  readonly notice: Notice | null
  readonly say: (text: string, options?: { readonly undoable?: boolean; readonly action?: NoticeAction }) => void
  readonly complain: (text: string) => void
  readonly dismiss: (id: number) => void
}

const undoLast: NoticeAction = { label: 'Undo', run: () => void runCommand('undo') }

export const useNotice = create<NoticeState>((set) => {
  let lastId = 0
  return {
    notice: null,
    say: (text, options) => {
      const action = options?.action ?? (options?.undoable === true ? undoLast : null)
      set({ notice: { id: ++lastId, text, tone: 'done', action } })
    },
    complain: (text) => set({ notice: { id: ++lastId, text, tone: 'problem', action: null } }),
    dismiss: (id) => set((state) => (state.notice?.id === id ? { notice: null } : state)),
  }
})
