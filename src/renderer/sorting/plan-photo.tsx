import { CircleMinus, CirclePlus, File } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { PlanEntry } from '../../contract/sorting.ts'
import { IconButton } from '../controls/icon-button.tsx'
import { sizeText } from '../../core/words/size-text.ts'
import { Thumbnail } from '../photos/thumbnail.tsx'
import { itemWords } from './item-words.ts'
import styles from './plan-photo.module.css'

interface PlanPhotoProps {
  readonly item: PlanEntry
  /** The folder that is looked at, which need not be said again; null where none is. */
  readonly folder: string | null
  readonly excluded: boolean
  /** Whether it can be left out or taken in again. */
  readonly canToggle: boolean
  readonly tabStop: boolean
  readonly onFocus: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onOpen: () => void
  readonly onToggle: () => void
}

/** One photo of the plan: its name now and then, where it comes from, what goes with it, what is unusual. */
export function PlanPhoto({
  item,
  folder,
  excluded,
  canToggle,
  tabStop,
  onFocus,
  onKeyDown,
  onOpen,
  onToggle,
}: PlanPhotoProps): ReactNode {
  const { name, newName, from, to, companions, rules } = itemWords(item)
  const notes = [...(companions === null ? [] : [companions]), ...(rules === null ? [] : [rules]), ...item.notes]
  return (
    <div className={styles.row} data-excluded={excluded}>
      <button
        type="button"
        className={styles.main}
        data-roving
        data-photo={item.photoId}
        tabIndex={tabStop ? 0 : -1}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        onClick={onOpen}
      >
        <span className={styles.place}>
          {item.photoId === null ? (
            <File aria-hidden />
          ) : (
            <Thumbnail photoId={item.photoId} className={styles.picture} alt="" />
          )}
        </span>
        <span className={styles.words}>
          <span className={styles.name}>
            {name}
            {newName !== null && (
              <>
                <span aria-hidden> → </span>
                <span className="visually-hidden"> becomes </span>
                <strong>{newName}</strong>
              </>
            )}
            {excluded && <span className={styles.out}> left out</span>}
          </span>
          {to !== null && to !== folder && to !== '' && item.status === 'go' && (
            <span className={styles.to}>to {to}</span>
          )}
          <span className={styles.from} title={item.fromPath}>
            <span className={styles.path}>from {from}</span>
            <span>{sizeText(item.sizeBytes)}</span>
          </span>
          {notes.map((note) => (
            <span key={note} className={styles.note}>
              {note}
            </span>
          ))}
        </span>
      </button>
      {canToggle && (
        <IconButton
          label={excluded ? `Take ${name} in again` : `Leave ${name} out`}
          keys="X"
          tabIndex={tabStop ? 0 : -1}
          className={styles.toggle ?? ''}
          onKeyDown={onKeyDown}
          onClick={onToggle}
        >
          {excluded ? <CirclePlus /> : <CircleMinus />}
        </IconButton>
      )}
    </div>
  )
}
