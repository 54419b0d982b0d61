import { Check, X } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import type { PhotoTag } from '../../contract/photos.ts'
import type { Verdict } from '../../contract/primitives.ts'
import { IconButton } from '../controls/icon-button.tsx'
import { useView } from '../state/view-store.ts'
import { explainTag } from './explain-tag.ts'
import { TagMark } from './tag-mark.tsx'
import styles from './tag-row.module.css'

interface TagRowProps {
  readonly tag: PhotoTag
  readonly onDecide: (verdict: Verdict) => void
}

/** One tag: a full dot where the person said so, a dashed one where Winnow thinks so; yes, no, and why. */
export function TagRow({ tag, onDecide }: TagRowProps): ReactNode {
  const [explained, setExplained] = useState(false)
  const go = useView((view) => view.go)
  const id = useId()
  const saidByYou = tag.saidBy === 'you'
  const who = saidByYou ? 'you' : tag.band === 'sure' ? 'Winnow' : 'not sure'
  return (
    <li className={styles.row} data-band={tag.band}>
      <div className={styles.line}>
        <TagMark colour={tag.colour} full={saidByYou} />
        <button
          type="button"
          className={styles.name}
          title={`Show all of ${tag.name}`}
          onClick={() => go({ kind: 'category', categoryId: tag.categoryId })}
        >
          {tag.name}
        </button>
        <span className={styles.who}>{who}</span>
        {!saidByYou && (
          <button
            type="button"
            className={styles.why}
            aria-expanded={explained}
            aria-controls={id}
            onClick={() => setExplained(!explained)}
          >
            <span className="visually-hidden">Why {tag.name}? </span>
            {Math.round(tag.probability * 100)} %
          </button>
        )}
        <span className={styles.answers}>
          {saidByYou ? (
            <IconButton label={`Take back the yes to ${tag.name}`} onClick={() => onDecide('undecided')}>
              <X />
            </IconButton>
          ) : (
            <>
              <IconButton label={`Yes, ${tag.name}`} onClick={() => onDecide('yes')}>
                <Check />
              </IconButton>
              <IconButton label={`No, not ${tag.name}`} onClick={() => onDecide('no')}>
                <X />
              </IconButton>
            </>
          )}
        </span>
      </div>
      <p id={id} className={styles.explanation} hidden={!explained}>
        {explainTag(tag)}
      </p>
    </li>
  )
}
