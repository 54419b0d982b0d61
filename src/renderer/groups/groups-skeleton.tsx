import { type ReactNode, useEffect, useState } from 'react'
import styles from './groups-skeleton.module.css'

/** What is done meanwhile, and after how long it is said; a small library is through before the second. */
const words: readonly { readonly afterMs: number; readonly text: string }[] = [
  { afterMs: 0, text: 'Looking at the photos that have no sure tag…' },
  { afterMs: 2500, text: 'Putting together what looks alike…' },
  { afterMs: 6000, text: 'Looking for names. With many photos this takes a few seconds more…' },
]

/** Where the groups will be, while they are looked for. */
export function GroupsSkeleton(): ReactNode {
  const [step, setStep] = useState(0)
  useEffect(() => {
    const timers = words.map(({ afterMs }, index) => setTimeout(() => setStep(index), afterMs))
    return () => timers.forEach(clearTimeout)
  }, [])
  return (
    <div className={styles.skeleton}>
      <p className={styles.words} role="status">
        {words[step]?.text}
      </p>
      {[9, 7, 8].map((count) => (
        <div key={count} className={styles.row} aria-hidden>
          {Array.from({ length: count }, (_, tile) => (
            <div key={tile} className={styles.tile} />
          ))}
        </div>
      ))}
    </div>
  )
}
