import type { ReactNode } from 'react'
import { keyNames } from './key-names.ts'
import styles from './kbd.module.css'

/** A key or a combination as the person's keyboard has it: `Mod+Shift+Z` is "⇧ ⌘ Z" on a Mac and "Ctrl Shift Z" elsewhere. */
export function Kbd({ keys }: { readonly keys: string }): ReactNode {
  return (
    <span className={styles.combination}>
      {keyNames(keys).map((name) => (
        <kbd key={name} className={styles.key}>
          {name}
        </kbd>
      ))}
    </span>
  )
}
