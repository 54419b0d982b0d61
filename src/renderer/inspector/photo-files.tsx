import { Copy, FolderOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { photoFileSchema } from '../../contract/photos.ts'
import { attempt } from '../connection/attempt.ts'
import { copyText } from '../connection/copy-text.ts'
import { library, useLibrary } from '../connection/library.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import { sizeText } from '../../core/words/size-text.ts'
import styles from './photo-files.module.css'

type PhotoFile = z.infer<typeof photoFileSchema>

/** Where a photo lies on disk. One photo may be several files with the same content. */
export function PhotoFiles({ files }: { readonly files: readonly PhotoFile[] }): ReactNode {
  const canReveal = useLibrary('system.info', {}).data?.capabilities.reveal ?? false
  return (
    <section aria-label="Files">
      <h3 className={styles.heading}>{files.length === 1 ? 'File' : `${files.length} files, the same content`}</h3>
      <ul className={styles.files}>
        {files.map((file) => (
          <li key={file.fileId} className={styles.file}>
            <div className={styles.words}>
              <span className={styles.name}>{file.name}</span>
              <span className={styles.path}>{folderOf(file)}</span>
              <span className={styles.path}>
                {sizeText(file.sizeBytes)}
                {whereItIs(file)}
              </span>
            </div>
            <div className={styles.buttons}>
              <IconButton label="Copy the path" onClick={() => void copyText(file.path, 'the path')}>
                <Copy />
              </IconButton>
              {canReveal && (
                <IconButton
                  label="Show in folder"
                  disabled={file.offline || file.state === 'missing'}
                  onClick={() => void attempt(library['photos.reveal']({ fileId: file.fileId }))}
                >
                  <FolderOpen />
                </IconButton>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function folderOf(file: PhotoFile): string {
  return file.path.slice(0, Math.max(1, file.path.length - file.name.length - 1))
}

function whereItIs(file: PhotoFile): string {
  if (file.offline) return ' · its drive is not connected'
  if (file.state === 'missing') return ' · no longer there'
  return file.state === 'failed' ? ' · can’t be read' : ''
}
