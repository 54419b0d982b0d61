import { Check, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { PhotoTag } from '../../contract/photos.ts'
import type { Verdict } from '../../contract/primitives.ts'
import { IconButton } from '../controls/icon-button.tsx'
import { useView } from '../state/view-store.ts'
import { useWhy } from '../why/why-store.ts'
import { TagMark } from './tag-mark.tsx'
import styles from './tag-row.module.css'

interface TagRowProps {
  readonly photoId: number
  readonly tag: PhotoTag
  readonly onDecide: (verdict: Verdict) => void
}

/** One tag: a full dot where the person said so, a dashed one where Winnow thinks so; yes, no, and why. */
export function TagRow({ photoId, tag, onDecide }: TagRowProps): ReactNode {
  const go = useView((view) => view.go)
  const { categoryId } = tag
  const explained = useWhy(({ asked }) => asked?.photoId === photoId && asked.categoryId === categoryId)
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
        <button
          type="button"
          className={styles.why}
          aria-expanded={explained}
          aria-haspopup="dialog"
          onClick={({ currentTarget }) =>
            useWhy.getState().open({ photoId, categoryId, anchor: currentTarget, side: 'left' })
          }
        >
          Why?<span className="visually-hidden"> {tag.name}</span>
        </button>
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
    </li>
  )
}
