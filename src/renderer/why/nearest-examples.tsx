import { Image } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import type { Why } from '../../contract/teaching.ts'
import { Thumbnail } from '../photos/thumbnail.tsx'
import { useView } from '../state/view-store.ts'
import styles from './nearest-examples.module.css'
import { useWhy } from './why-store.ts'

const shownCount = 4

interface NearestExamplesProps {
  readonly label: string
  /** Most alike first. */
  readonly examples: Why['nearestYes']
}

/** The answers most like a photo. One from the library opens; one from outside has only its name. */
export function NearestExamples({ label, examples }: NearestExamplesProps): ReactNode {
  const headingId = useId()
  return (
    <section aria-labelledby={headingId}>
      <h3 id={headingId} className={styles.heading}>
        {label}
      </h3>
      <ul className={styles.examples}>
        {examples.slice(0, shownCount).map(({ photoId, name, likeness }) => (
          <li key={photoId ?? name} className={styles.example}>
            {photoId === null ? (
              <span className={styles.outside} title={name}>
                <Image aria-hidden />
                <span className={styles.name}>{name}</span>
              </span>
            ) : (
              <button type="button" className={styles.photo} onClick={() => show(photoId)}>
                <Thumbnail photoId={photoId} className={styles.picture} alt={`Open ${name}`} />
              </button>
            )}
            <span className={styles.likeness}>
              {Math.round(Math.max(0, likeness) * 100)} %<span className="visually-hidden"> alike</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function show(photoId: number): void {
  useWhy.getState().close()
  useView.getState().openPhoto(photoId)
}
