import type { ReactNode } from 'react'
import { FirstRun } from '../first-run/first-run.tsx'
import { useLibrary } from '../connection/library.tsx'
import { useShownPhotos } from '../photos/use-shown-photos.ts'
import { GalleryEmpty } from './gallery-empty.tsx'
import { GalleryError } from './gallery-error.tsx'
import { GallerySkeleton } from './gallery-skeleton.tsx'
import styles from './gallery.module.css'
import { PhotoGrid } from './photo-grid.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { useAnswerCommands } from './use-answer-commands.ts'

/** The photos of where the person is, or why there are none. */
export function Gallery(): ReactNode {
  const { columns, questionKey, error, retry } = useShownPhotos()
  const folders = useLibrary('folders.list', {}).data?.folders
  useAnswerCommands(columns)
  if (columns === undefined)
    return error === null ? <GallerySkeleton /> : <GalleryError error={error} onRetry={retry} />
  if (columns.total === 0) return folders?.length === 0 ? <FirstRun /> : <GalleryEmpty />
  return (
    <section className={styles.gallery} aria-label="Gallery">
      {columns.notice !== undefined && <p className={styles.notice}>{columns.notice}</p>}
      <PhotoGrid columns={columns} questionKey={questionKey} />
      <SelectionBar />
    </section>
  )
}
