import { create } from 'zustand'

interface ModelsState {
  /** What went wrong, by the model it happened to, or by the way in ("folder"). Kept until it is closed or tried again. */
  readonly errors: Readonly<Record<string, string>>
  /** Where downloads come from instead of the usual hosts; null: from those. */
  readonly mirror: string | null
  readonly setError: (subject: string, sentence: string | null) => void
  readonly setMirror: (mirror: string | null) => void
}

/** What belongs to the page of models and must outlive it: somebody may look elsewhere while a download fails. */
export const useModelsPage = create<ModelsState>((set) => ({
  errors: {},
  mirror: null,
  setError: (subject, sentence) =>
    set(({ errors }) => {
      const { [subject]: _closed, ...others } = errors
      return { errors: sentence === null ? others : { ...others, [subject]: sentence } }
    }),
  setMirror: (mirror) => set({ mirror }),
}))

/** The subject of what goes wrong while a model is taken from a folder. */
export const folderSubject = 'folder'
