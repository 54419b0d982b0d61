import { type ReactNode, useId } from 'react'
import styles from './setting-line.module.css'

interface SettingLineProps {
  readonly label: string
  readonly hint: string
  readonly children: ReactNode
}

/** A setting with what it means, and its control at the right. */
export function SettingLine({ label, hint, children }: SettingLineProps): ReactNode {
  const id = useId()
  return (
    <div className={styles.line} role="group" aria-labelledby={id} aria-describedby={`${id}-hint`}>
      <div>
        <p id={id} className={styles.label}>
          {label}
        </p>
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      </div>
      <div className={styles.control}>{children}</div>
    </div>
  )
}
