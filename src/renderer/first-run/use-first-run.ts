import { useLibrary } from '../connection/library.tsx'

/** Whether no folder is added yet, so that the first screen has the window to itself. */
export function useFirstRun(): boolean {
  return useLibrary('folders.list', {}).data?.folders.length === 0
}
