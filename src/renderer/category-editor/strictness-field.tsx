import type { ReactNode } from 'react'
import { Slider } from '../controls/slider.tsx'
import styles from './strictness-field.module.css'

const number = new Intl.NumberFormat('en')

interface StrictnessFieldProps {
  /** 0 loosest … 1 strictest. */
  readonly strictness: number
  /** Photos it would keep; null while nothing is known. */
  readonly sureCount: number | null
  /** One sentence: how many of them are right. Empty while nothing is known. */
  readonly precision: string
  readonly onChange: (strictness: number) => void
  readonly onCommit: (strictness: number) => void
}

/** One slider from strict to loose: to the right there are more photos, and the number beside it follows at once. */
export function StrictnessField(props: StrictnessFieldProps): ReactNode {
  const { strictness, sureCount, precision, onChange, onCommit } = props
  const photos = sureCount === null ? '' : `${number.format(sureCount)} ${sureCount === 1 ? 'photo' : 'photos'}`
  const parts = [describe(strictness), photos, precision].filter((part) => part !== '')
  return (
    <div className={styles.group}>
      <div className={styles.top}>
        <span className={styles.label}>How sure to be</span>
        <output className={styles.count}>{photos}</output>
      </div>
      <Slider
        label="How sure to be, from strict to loose"
        value={Math.round((1 - strictness) * 100)}
        min={0}
        max={100}
        step={2}
        valueText={parts.join(', ')}
        onChange={(value) => onChange(1 - value / 100)}
        onCommit={(value) => onCommit(1 - value / 100)}
      />
      <div className={styles.ends} aria-hidden>
        <span>strict</span>
        <span>loose</span>
      </div>
      <p className={styles.precision}>{precision}</p>
    </div>
  )
}

function describe(strictness: number): string {
  if (strictness > 0.8) return 'very strict'
  if (strictness > 0.55) return 'strict'
  if (strictness >= 0.45) return 'in the middle'
  return strictness >= 0.2 ? 'loose' : 'very loose'
}
