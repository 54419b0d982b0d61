import { Copy, FolderOpen, RotateCcw } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Problem } from '../../contract/indexing.ts'
import { attempt } from '../connection/attempt.ts'
import { copyText } from '../connection/copy-text.ts'
import { library, useLibrary } from '../connection/library.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import { sizeText } from '../../core/words/size-text.ts'
import { useNotice } from '../state/notice-store.ts'
import styles from './problem-row.module.css'

/** One file that could not be read: which, why, and what can be done. */
export function ProblemRow({ problem }: { readonly problem: Problem }): ReactNode {
  const canReveal = useLibrary('system.info', {}).data?.capabilities.reveal ?? false
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <p className={styles.top}>
          <span className={styles.name}>{problem.name}</span>
          <span className={styles.size}>{sizeText(problem.sizeBytes)}</span>
          <span className={styles.path} title={problem.path}>
            {problem.path}
          </span>
        </p>
        <p className={styles.reason}>{problem.reason}</p>
      </div>
      <IconButton label={`Try ${problem.name} again`} onClick={() => void retry(problem)}>
        <RotateCcw />
      </IconButton>
      {canReveal && (
        <IconButton
          label={`Show ${problem.name} in its folder`}
          onClick={() => void attempt(library['photos.reveal']({ fileId: problem.fileId }))}
        >
          <FolderOpen />
        </IconButton>
      )}
      <IconButton label={`Copy the path of ${problem.name}`} onClick={() => void copyText(problem.path, 'the path')}>
        <Copy />
      </IconButton>
    </div>
  )
}

async function retry({ fileId, name }: Problem): Promise<void> {
  const done = await attempt(library['problems.retry']({ fileIds: [fileId] }))
  if (done !== undefined) useNotice.getState().say(`Trying ${name} again`)
}
