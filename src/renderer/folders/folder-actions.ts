import type { Folder } from '../../contract/folders.ts'
import { attempt } from '../connection/attempt.ts'
import { library } from '../connection/library.tsx'
import { useView } from '../state/view-store.ts'

type FolderRef = Pick<Folder, 'folderId' | 'name'>

/** Looks through a folder again for what is new, changed or gone. */
export async function rescanFolder(folder: FolderRef): Promise<void> {
  await attempt(library['folders.rescan']({ folderId: folder.folderId }))
}

/** Forgets a folder; its files stay where they are. Leaves the place if it is shown now. */
export async function removeFolder(folder: FolderRef): Promise<void> {
  const done = await attempt(
    library['folders.remove']({ folderId: folder.folderId }),
    () => `Removed ${folder.name} from Winnow. Its files are untouched.`,
  )
  const { place, go } = useView.getState()
  if (done !== undefined && place.kind === 'folder' && place.folderId === folder.folderId) go({ kind: 'all' })
}
