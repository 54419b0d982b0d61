import { FolderOpen } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { attempt } from '../connection/attempt.ts'
import { bridge } from '../connection/host.ts'
import { useLibrary } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { sizeText } from '../../core/words/size-text.ts'
import styles from './setup-form.module.css'
import { useSorting } from './sort-store.ts'
import { TargetPathForm } from './target-path-form.tsx'
import own from './target-field.module.css'

/** Where the photos go: chosen in the system's dialog where there is one, else written; or one of the library's folders. */
export function TargetField({ targetPath }: { readonly targetPath: string | null }): ReactNode {
  const id = useId()
  const change = useSorting((sorting) => sorting.change)
  const folders = useLibrary('folders.list', {}).data?.folders ?? []
  const { data, error, isPlaceholderData } = useLibrary(
    'sorting.checkTarget',
    targetPath === null ? null : { targetPath },
  )
  const known = isPlaceholderData || targetPath === null ? undefined : data
  const dialog = bridge?.folderDialog
  const choose = async (): Promise<void> => {
    if (dialog === undefined) return
    const [path] = (await attempt(dialog())) ?? []
    if (path !== undefined) change({ targetPath: path })
  }
  const others = folders.filter(({ path, status }) => path !== targetPath && status !== 'offline')
  return (
    <div className={styles.group} role="group" aria-labelledby={id}>
      <span id={id} className={styles.label}>
        Where
      </span>
      {dialog === undefined ? (
        <TargetPathForm
          targetPath={targetPath}
          wrong={known?.obstacle !== undefined && known.obstacle !== null}
          onChosen={(path) => change({ targetPath: path })}
        />
      ) : (
        <Button className={own.folder ?? ''} onClick={() => void choose()}>
          <FolderOpen aria-hidden />
          <span className={own.path} title={targetPath ?? undefined}>
            <bdi>{targetPath ?? 'Choose a folder…'}</bdi>
          </span>
        </Button>
      )}
      <p className={own.known} data-wrong={known?.obstacle !== null && known !== undefined} role="status">
        {error !== null && targetPath !== null
          ? 'This folder can’t be looked at. Choose another one.'
          : known === undefined
            ? targetPath === null
              ? 'Folders for your photos are made in it.'
              : ''
            : knownWords(known)}
      </p>
      {others.length > 0 && (
        <div className={own.others}>
          {others.slice(0, 6).map(({ folderId, name, path }) => (
            <button
              key={folderId}
              type="button"
              className={own.other}
              title={path}
              aria-label={`Sort into ${name}, ${path}`}
              onClick={() => change({ targetPath: path })}
            >
              {name}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

interface KnownTarget {
  readonly exists: boolean
  readonly inLibrary: boolean
  readonly freeBytes: number | null
  readonly obstacle: string | null
}

function knownWords({ exists, inLibrary, freeBytes, obstacle }: KnownTarget): string {
  if (obstacle !== null) return obstacle
  return [
    ...(freeBytes === null ? [] : [`${sizeText(freeBytes)} free`]),
    ...(exists ? [] : ['will be made']),
    ...(inLibrary ? [] : ['not in Winnow yet']),
  ].join(' · ')
}
