import type { ReactNode } from 'react'
import styles from './colour-dot.module.css'

/** The colour of a category, `#rrggbb`. Always beside its name: colour alone says nothing. */
export function ColourDot({ colour }: { readonly colour: string }): ReactNode {
  return <span aria-hidden className={styles.dot} style={{ background: colour }} />
}
