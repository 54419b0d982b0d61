import type { ReactNode } from 'react'
import type { Band } from '../../contract/primitives.ts'
import { headingPx } from './band-layout.ts'
import { bandNames, bandOrder } from './bands.ts'
import styles from './band-heading.module.css'

const number = new Intl.NumberFormat('en')

interface BandHeadingProps {
  readonly band: Band
  readonly count: number
  /** How many of them the person said; 0 for none. */
  readonly saidCount: number
  /** What would happen if the photos were let go here; null while none is dragged above it. */
  readonly dropWords: string | null
  readonly onShow: () => void
  readonly children?: ReactNode
}

/** A band's name and count. All three stay on screen, so that every band can be seen, reached and dropped on. */
export function BandHeading(props: BandHeadingProps): ReactNode {
  const { band, count, saidCount, dropWords, onShow, children } = props
  const position = bandOrder.indexOf(band)
  const said = saidCount === 0 ? '' : `you said ${band === 'not' ? 'no' : 'yes'} to ${number.format(saidCount)}`
  return (
    <div
      className={styles.heading}
      data-band={band}
      data-over={dropWords === null ? undefined : ''}
      style={{ top: position * headingPx, bottom: (bandOrder.length - 1 - position) * headingPx, height: headingPx }}
    >
      <h2 className={styles.title}>
        <button type="button" className={styles.show} onClick={onShow}>
          <span className={styles.mark} aria-hidden />
          {bandNames[band]}
          <span className={styles.count}>
            {number.format(count)}
            <span className="visually-hidden"> {count === 1 ? 'photo' : 'photos'}</span>
          </span>
        </button>
      </h2>
      <span className={styles.said}>{dropWords ?? said}</span>
      {children}
    </div>
  )
}
