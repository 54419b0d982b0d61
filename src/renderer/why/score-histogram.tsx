import { type ReactNode, useId } from 'react'
import type { Why } from '../../contract/teaching.ts'
import { bandOfBin, barHeights, histogramWords } from './histogram.ts'
import styles from './score-histogram.module.css'

const widthPx = 288
const heightPx = 56
const topPx = 10

/** All photos by how sure Winnow is, from 0 to 100 %, with the two cuts and the place of this one. Its words say the same. */
export function ScoreHistogram({ why }: { readonly why: Why }): ReactNode {
  const titleId = useId()
  const heights = barHeights(why.histogram)
  const binPx = widthPx / heights.length
  const baseline = topPx + heightPx
  const place = Math.min(widthPx - 4, Math.max(4, why.probability * widthPx))
  return (
    <figure className={styles.figure}>
      <svg className={styles.chart} viewBox={`0 0 ${widthPx} ${baseline + 1}`} role="img" aria-labelledby={titleId}>
        <title id={titleId}>{histogramWords(why)}</title>
        {heights.map((share, bin) => (
          <rect
            // oxlint-disable-next-line react/no-array-index-key: a bin is its place
            key={bin}
            className={styles.bar}
            data-band={bandOfBin(bin, heights.length, why)}
            x={bin * binPx + 0.5}
            y={baseline - share * heightPx}
            width={binPx - 1}
            height={share * heightPx}
          />
        ))}
        <line className={styles.base} x1={0} x2={widthPx} y1={baseline} y2={baseline} />
        {[why.unsureFrom, why.sureFrom].map((cut) => (
          <line key={cut} className={styles.cut} x1={cut * widthPx} x2={cut * widthPx} y1={topPx} y2={baseline} />
        ))}
        <line className={styles.needle} x1={place} x2={place} y1={topPx - 2} y2={baseline} />
        <circle className={styles.head} cx={place} cy={topPx - 5} r={4} />
      </svg>
      <figcaption className={styles.caption} aria-hidden>
        <strong className={styles.here}>{percent(why.probability)}</strong>
        <span>
          asked from {percent(why.unsureFrom)} · shown from {percent(why.sureFrom)}
        </span>
      </figcaption>
    </figure>
  )
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
