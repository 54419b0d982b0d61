import type { SortEntry } from '../../contract/sorting.ts'

/** For tests: a photo that was moved. */
export function sampleEntry(change: Partial<SortEntry> & Pick<SortEntry, 'entryId'>): SortEntry {
  const name = `photo-${change.entryId}.jpg`
  return {
    fromPath: `/photos/${name}`,
    toPath: `/photos/Sorted/Dog/${name}`,
    photoId: null,
    isCompanion: false,
    sizeBytes: 1000,
    state: 'done',
    reason: null,
    ...change,
  }
}
