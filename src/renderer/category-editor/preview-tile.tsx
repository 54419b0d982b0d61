import { Check, X } from 'lucide-react'
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react'
import type { Verdict } from '../../contract/primitives.ts'
import { thumbnailUrl } from '../photos/thumbnail-url.ts'
import styles from './preview-tile.module.css'

interface PreviewTileProps {
  readonly photoId: number
  readonly thumbnailVersion: number
  readonly label: string
  /** Average colour, under the picture until it is there. */
  readonly colour: string
  readonly leftPx: number
  readonly topPx: number
  readonly widthPx: number
  readonly heightPx: number
  readonly sure: boolean
  readonly selected: boolean
  readonly tabStop: boolean
  readonly onChoose: (event?: PointerEvent) => void
  readonly onFocus: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onDecide: ((verdict: Verdict) => void) | null
}

/** One photo in the editor's grid; with the pointer over it, a yes and a no. */
export function PreviewTile(props: PreviewTileProps): ReactNode {
  const { photoId, leftPx, topPx, widthPx, heightPx, selected, onDecide } = props
  return (
    <div
      role="checkbox"
      aria-checked={selected}
      aria-label={props.label}
      data-photo={photoId}
      data-sure={props.sure}
      className={styles.tile}
      tabIndex={props.tabStop ? 0 : -1}
      style={{ translate: `${leftPx}px ${topPx}px`, width: widthPx, height: heightPx, background: props.colour }}
      onPointerUp={props.onChoose}
      onFocus={props.onFocus}
      onKeyDown={props.onKeyDown}
    >
      <img
        className={styles.picture}
        src={thumbnailUrl(photoId, props.thumbnailVersion)}
        alt=""
        loading="lazy"
        decoding="async"
        draggable={false}
      />
      {selected && (
        <span className={styles.mark} aria-hidden>
          <Check strokeWidth={3} />
        </span>
      )}
      {onDecide !== null && (
        <span className={styles.answers} aria-hidden>
          <Answer word="Yes, it belongs (Y)" onClick={() => onDecide('yes')}>
            <Check />
          </Answer>
          <Answer word="No, it does not (N)" onClick={() => onDecide('no')}>
            <X />
          </Answer>
        </span>
      )}
    </div>
  )
}

interface AnswerProps {
  readonly word: string
  readonly onClick: () => void
  readonly children: ReactNode
}

/** For the pointer only; the keyboard answers with Y and N. */
function Answer({ word, onClick, children }: AnswerProps): ReactNode {
  return (
    <span
      className={styles.answer}
      title={word}
      onPointerUp={(event) => {
        event.stopPropagation()
        onClick()
      }}
    >
      {children}
    </span>
  )
}
