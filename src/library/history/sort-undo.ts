/** How sorting takes back what it did to files, in the background; handed in by open-library.ts. */
export interface SortUndo {
  /** @throws WinnowError `not-available` while files are being sorted */
  undo(runId: number): void
  /** Sorts again what was taken back. @throws as `undo` does */
  redo(runId: number): void
}
