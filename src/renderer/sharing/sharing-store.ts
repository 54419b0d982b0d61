import { create } from 'zustand'
import type { z } from 'zod'
import type { sharingMethods } from '../../contract/sharing.ts'

export type ImportResult = z.output<(typeof sharingMethods)['categories.import']['output']> & {
  readonly fileName: string
}

interface SharingState {
  /** The categories to be exported; null while the question is not open. */
  readonly exporting: readonly number[] | null
  /** What became of a file that had something left out, to be read; null while there is nothing. */
  readonly imported: ImportResult | null
  readonly askExport: (categoryIds: readonly number[]) => void
  readonly showImported: (imported: ImportResult) => void
  readonly close: () => void
}

/** What of importing and exporting is open. */
export const useSharing = create<SharingState>((set) => ({
  exporting: null,
  imported: null,
  askExport: (exporting) => set({ exporting, imported: null }),
  showImported: (imported) => set({ imported, exporting: null }),
  close: () => set({ exporting: null, imported: null }),
}))
