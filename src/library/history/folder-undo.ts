/** How the folders feature takes back what it did; handed in by open-library.ts. */
export interface FolderUndo {
  /** Forgets folders that were added; their photos and answers stay in the database. */
  forget(folderIds: readonly number[]): void
  /** Brings back folders that were forgotten, and looks at them again. */
  restore(folderIds: readonly number[]): void
}
