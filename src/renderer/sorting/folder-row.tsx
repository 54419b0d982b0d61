import { ChevronRight, Folder } from 'lucide-react'
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react'
import { sizeText } from '../../core/words/size-text.ts'
import { Thumbnail } from '../photos/thumbnail.tsx'
import { FolderNameField } from './folder-name-field.tsx'
import styles from './folder-row.module.css'
import { photosWords } from './plan-words.ts'
import type { TreeRow } from './tree-rows.ts'

interface FolderRowProps {
  readonly row: TreeRow
  readonly index: number
  readonly topPx: number
  readonly chosen: boolean
  readonly tabStop: boolean
  readonly renaming: boolean
  readonly onFocus: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onChoose: () => void
  readonly onToggle: () => void
  /** Null: as it was. */
  readonly onRenamed: (path: string | null) => void
}

/** A folder of the plan: a few of its photos, its name, how much goes to it. */
export function FolderRow({
  row: { folder, name, level, expanded, position, siblingCount },
  index,
  topPx,
  chosen,
  tabStop,
  renaming,
  onFocus,
  onKeyDown,
  onChoose,
  onToggle,
  onRenamed,
}: FolderRowProps): ReactNode {
  const much = `${photosWords(folder.itemCount)} · ${sizeText(folder.sizeBytes)}`
  const place: CSSProperties = { translate: `0 ${topPx}px`, paddingLeft: (level - 1) * 16 }
  return (
    <div
      role="treeitem"
      className={styles.row}
      style={place}
      data-index={index}
      data-roving
      data-path={folder.path}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblingCount}
      aria-selected={chosen}
      {...(expanded !== null && { 'aria-expanded': expanded })}
      tabIndex={tabStop ? 0 : -1}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      onClick={onChoose}
    >
      <span
        className={styles.chevron}
        data-open={expanded}
        aria-hidden
        onClick={(event) => {
          event.stopPropagation()
          onToggle()
        }}
      >
        {expanded !== null && <ChevronRight />}
      </span>
      <span className={styles.pictures} data-count={Math.min(folder.samplePhotoIds.length, 4)} aria-hidden>
        {folder.samplePhotoIds.length === 0 && <Folder />}
        {folder.samplePhotoIds.map((photoId) => (
          <Thumbnail key={photoId} photoId={photoId} className={styles.picture} alt="" />
        ))}
      </span>
      {renaming ? (
        <FolderNameField path={folder.path} onDone={onRenamed} />
      ) : (
        <span className={styles.words}>
          <span className={styles.name} title={folder.path}>
            {name}
          </span>
          <span className={styles.much}>
            {much}
            {!folder.exists && <span className={styles.new}>new</span>}
          </span>
        </span>
      )}
    </div>
  )
}
