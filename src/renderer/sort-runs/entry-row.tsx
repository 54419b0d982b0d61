import { Check, FileText, Undo2 } from 'lucide-react'
import { Checkbox } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import type { SortEntry, SortRun } from '../../contract/sorting.ts'
import { IconButton } from '../controls/icon-button.tsx'
import { sizeText } from '../../core/words/size-text.ts'
import { Thumbnail } from '../photos/thumbnail.tsx'
import { entryStateName } from './entry-filters.ts'
import styles from './entry-row.module.css'
import { fileName, relativePath } from './relative-path.ts'

interface EntryRowProps {
  readonly entry: SortEntry
  readonly run: Pick<SortRun, 'targetPath' | 'state'>
  /** Whether Tab leads to it. */
  readonly tabStop: boolean
  readonly undoable: boolean
  readonly selected: boolean
  readonly onToggle: (extend: boolean) => void
  readonly onUndo: () => void
}

/** One file: what it looks like, from where to where, what became of it, and its own way back. */
export function EntryRow({ entry, run, tabStop, undoable, selected, onToggle, onUndo }: EntryRowProps): ReactNode {
  const { fromPath, toPath, photoId, isCompanion, state, reason } = entry
  const name = fileName(fromPath)
  const to = relativePath(toPath, run.targetPath)
  const shift = useRef(false)
  const tabIndex = tabStop ? 0 : -1
  // While files go, many of those that seem not begun are done already: the journal says so a batch at a time.
  const stateWords = state === 'waiting' && run.state === 'running' ? null : entryStateName(state)
  return (
    <div
      className={styles.row}
      data-companion={isCompanion}
      data-selected={selected}
      role="group"
      aria-label={[name, stateWords, reason].filter((part) => part !== null).join(', ')}
      {...(!undoable && { tabIndex, 'data-row-stop': true })}
    >
      <span className={styles.mark}>
        {undoable && (
          <Checkbox.Root
            className={styles.box}
            aria-label={`Select ${name}`}
            checked={selected}
            tabIndex={tabIndex}
            data-row-stop
            onPointerDown={(event) => {
              shift.current = event.shiftKey
            }}
            onKeyDown={(event) => {
              shift.current = event.shiftKey
            }}
            onCheckedChange={() => onToggle(shift.current)}
          >
            <Checkbox.Indicator className={styles.check}>
              <Check aria-hidden />
            </Checkbox.Indicator>
          </Checkbox.Root>
        )}
      </span>
      {photoId === null || isCompanion ? (
        <span className={styles.file} aria-hidden>
          <FileText />
        </span>
      ) : (
        <Thumbnail photoId={photoId} className={styles.photo} alt="" />
      )}
      <div className={styles.words}>
        <p className={styles.top}>
          <span className={styles.name}>{name}</span>
          <span className={styles.size}>{sizeText(entry.sizeBytes)}</span>
          {isCompanion && <span className={styles.size}>goes along</span>}
        </p>
        <p className={styles.way}>
          <span className={styles.path} title={fromPath}>
            {fromPath}
          </span>
          <span className={styles.arrow}>
            <span aria-hidden>→</span>
            <span className="visually-hidden">to</span>
          </span>
          <span className={styles.path} title={toPath}>
            {to}
          </span>
        </p>
        {reason !== null && <p className={styles.reason}>{reason}</p>}
      </div>
      {state !== 'done' && stateWords !== null && (
        <span className={styles.state} data-state={state}>
          {stateWords}
        </span>
      )}
      {undoable && (
        <IconButton label={`Undo this one: ${name}`} tooltipSide="left" tabIndex={tabIndex} onClick={onUndo}>
          <Undo2 />
        </IconButton>
      )}
    </div>
  )
}
