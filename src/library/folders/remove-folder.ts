import { basename } from 'node:path'
import { WinnowError } from '../../contract/error.ts'
import type { LibraryContext } from '../context.ts'
import type { FolderUndo } from '../history/folder-undo.ts'
import { recordAction } from '../history/record-action.ts'
import type { Scanner } from '../scan/scanner.ts'
import { placeFolder } from './place-folder.ts'

/**
 * Forgets a folder, as a step of undo. Its rows stay for 30 days, so that undo brings everything back at once.
 * @throws WinnowError `not-found`
 */
export function removeFolder(context: LibraryContext, undo: FolderUndo, folderId: number): void {
  const folder = context.store.folder.get(folderId)
  if (folder === undefined || folder.removedAtMs !== null) {
    throw new WinnowError('not-found', 'This folder is not in the library any more.')
  }
  context.store.transaction(() => {
    undo.forget([folderId])
    recordAction(context, { label: `Removed ${basename(folder.path)}`, change: { kind: 'folder-removed', folderId } })
  })
}

/** How adding and removing folders is taken back. The watcher follows `folders.changed`. */
export function createFolderUndo(context: LibraryContext, scanner: Scanner, onChanged: () => void): FolderUndo {
  const { store, events, surroundings } = context

  const announce = (): void => {
    events.announce('folders.changed', {})
    events.announce('photos.changed', { photoIds: null })
    events.announce('problems.changed', {})
    onChanged()
  }

  return {
    forget(folderIds) {
      for (const folderId of folderIds) {
        void scanner.forget(folderId)
        store.folder.setRemoved(folderId, surroundings.clock.nowMs())
      }
      announce()
    },
    restore(folderIds) {
      for (const folderId of folderIds) {
        const folder = store.folder.get(folderId)
        // Purged since, or taken in by a folder around it.
        if (folder !== undefined) scanner.scan(placeFolder(context, scanner, folder.path).folderId, { first: true })
      }
      announce()
    },
  }
}
