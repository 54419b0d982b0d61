import { ChevronRight } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Checkbox } from '../controls/checkbox.tsx'
import styles from './more-field.module.css'

interface MoreFieldProps {
  readonly useHints: boolean
  /** Whether they were taken in with the answers there are now; null while nothing is known. */
  readonly usedHints: boolean | null
  readonly onUseHints: (useHints: boolean) => void
  readonly children: ReactNode
}

/** What is seldom needed, behind one word. */
export function MoreField({ useHints, usedHints, onUseHints, children }: MoreFieldProps): ReactNode {
  const [open, setOpen] = useState(false)
  const id = useId()
  const inside = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (open) inside.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  return (
    <div className={styles.group}>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <ChevronRight aria-hidden data-open={open} /> More
      </button>
      <div ref={inside} id={id} className={styles.inside} hidden={!open}>
        {children}
        <div>
          <Checkbox checked={useHints} onChange={() => onUseHints(!useHints)}>
            Let Winnow’s surest guesses teach it too, where that helps
          </Checkbox>
          {useHints && usedHints !== null && (
            <p className={styles.hint}>
              {usedHints ? 'They help here.' : 'They don’t help here yet, so they are left out.'}
            </p>
          )}
        </div>
      </div>
    </div>
  )
}
