import type { ReactNode } from 'react'
import type { Why } from '../../contract/teaching.ts'
import styles from './share-bar.module.css'

/** How much the words counted and how much the examples, side by side, and whether each spoke for the photo. */
export function ShareBar({ why }: { readonly why: Pick<Why, 'wordsShare' | 'words' | 'examples'> }): ReactNode {
  const wordsPercent = Math.round(why.wordsShare * 100)
  const examplesPercent = 100 - wordsPercent
  return (
    <div>
      <div className={styles.bar} aria-hidden>
        <span className={styles.words} style={{ width: `${wordsPercent}%` }} />
        <span className={styles.examples} style={{ width: `${examplesPercent}%` }} />
      </div>
      <div className={styles.legend}>
        <span className={styles.part} data-part="words">
          Words {wordsPercent} %<span className={styles.side}> {sideOf(why.words)}</span>
        </span>
        <span className={styles.part} data-part="examples">
          Your examples {examplesPercent} %<span className={styles.side}> {sideOf(why.examples)}</span>
        </span>
      </div>
    </div>
  )
}

function sideOf(logOdds: number): string {
  if (logOdds === 0) return ''
  return logOdds > 0 ? 'for it' : 'against it'
}
