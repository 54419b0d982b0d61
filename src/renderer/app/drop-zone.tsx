import { FolderPlus, ScanSearch, Tags } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { bridge } from '../connection/host.ts'
import { addFolders } from '../folders/add-folders.ts'
import { firstPicture, searchByPicture } from '../search-bar/search-by-picture.ts'
import { importFile, isCategoryFile } from '../sharing/import-file.ts'
import { useView } from '../state/view-store.ts'
import styles from './drop-zone.module.css'

type Dropping = 'folders' | 'picture' | 'categories'

const words = {
  folders: 'Drop to add the folder',
  picture: 'Drop to find photos like this picture',
  categories: 'Drop to add the categories in this file',
} as const
const pictures = {
  folders: <FolderPlus aria-hidden />,
  picture: <ScanSearch aria-hidden />,
  categories: <Tags aria-hidden />,
} as const

/** Lets folders, pictures to search by and files with categories be dropped anywhere on the window, and says so while they are above it. */
export function DropZone(): ReactNode {
  const [dropping, setDropping] = useState<Dropping | null>(null)
  useEffect(() => {
    const onOver = (event: DragEvent): void => {
      const kind = event.defaultPrevented ? null : kindOf(event.dataTransfer)
      setDropping(kind)
      if (kind === null) return
      // Without this the browser would leave the app and open the file.
      event.preventDefault()
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy'
    }
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setDropping(null)
    }
    const onDrop = (event: DragEvent): void => {
      setDropping(null)
      if (event.defaultPrevented || kindOf(event.dataTransfer) === null) return
      event.preventDefault()
      void take([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [])
  if (dropping === null) return null
  return (
    <div className={styles.overlay} role="status">
      <div className={styles.frame}>
        {pictures[dropping]}
        <p className={styles.words}>{words[dropping]}</p>
        {dropping === 'folders' && <p className={styles.promise}>Everything stays on this computer.</p>}
      </div>
    </div>
  )
}

/** While dragging, a browser tells only media types: a folder has none. */
function kindOf(transfer: DataTransfer | null): Dropping | null {
  const files = [...(transfer?.items ?? [])].filter((item) => item.kind === 'file')
  if (files.length === 0) return null
  if (files.some((item) => item.type.startsWith('image/'))) return 'picture'
  return files.some((item) => item.type === 'application/json') ? 'categories' : 'folders'
}

async function take(files: readonly File[]): Promise<void> {
  const picture = firstPicture(files)
  if (picture !== undefined) {
    await searchByPicture(picture)
    return
  }
  const shared = files.find(isCategoryFile)
  if (shared !== undefined) {
    await importFile(shared)
    return
  }
  // A browser keeps the paths of what is dropped to itself, so there they have to be typed.
  if (bridge === undefined) useView.getState().show('add-folder')
  else await addFolders(bridge.pathsOfDrop(files))
}
