import type { ApiHandlers } from '../../contract/api.ts'
import { WinnowError } from '../../contract/error.ts'
import type { LibraryContext } from '../context.ts'
import type { FolderUndo } from '../history/folder-undo.ts'
import type { Scanner } from '../scan/scanner.ts'
import { addFolders } from './add-folders.ts'
import { listFolders } from './list-folders.ts'
import { removeFolder } from './remove-folder.ts'
import { suggestPlaces } from './suggest-places.ts'

type FolderHandlers = Pick<
  ApiHandlers,
  'folders.list' | 'folders.add' | 'folders.remove' | 'folders.rescan' | 'folders.suggest'
>

export function folderHandlers(context: LibraryContext, scanner: Scanner, undo: FolderUndo): FolderHandlers {
  return {
    'folders.list': () => ({ folders: [...listFolders(context.store)] }),
    'folders.add': ({ paths }) => addFolders(context, scanner, paths),
    'folders.remove'({ folderId }) {
      removeFolder(context, undo, folderId)
      return {}
    },
    'folders.rescan'({ folderId }) {
      if (context.access === 'read') {
        throw new WinnowError('library-in-use', 'Winnow is open elsewhere and scans the folders there.')
      }
      const folders = context.store.folder.list()
      const asked = folderId === undefined ? folders : folders.filter((folder) => folder.folderId === folderId)
      if (folderId !== undefined && asked.length === 0) {
        throw new WinnowError('not-found', 'This folder is not in the library any more.')
      }
      for (const folder of asked) scanner.scan(folder.folderId, { first: folderId !== undefined })
      return {}
    },
    'folders.suggest': () => suggestPlaces(context),
  }
}
