import { Slider as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import styles from './slider.module.css'

interface SliderProps {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  /** What a screen reader says instead of the bare number. */
  readonly valueText?: string
  /** While dragging. */
  readonly onChange: (value: number) => void
  /** Once, when let go. */
  readonly onCommit?: (value: number) => void
}

/** One value on a line, as wide as its place. */
export function Slider({ label, value, min, max, step, valueText, onChange, onCommit }: SliderProps): ReactNode {
  return (
    <Radix.Root
      className={styles.slider}
      value={[value]}
      min={min}
      max={max}
      step={step}
      onValueChange={([next]) => next !== undefined && onChange(next)}
      onValueCommit={([next]) => next !== undefined && onCommit?.(next)}
    >
      <Radix.Track className={styles.track}>
        <Radix.Range className={styles.range} />
      </Radix.Track>
      <Radix.Thumb
        className={styles.thumb}
        aria-label={label}
        {...(valueText !== undefined && { 'aria-valuetext': valueText })}
      />
    </Radix.Root>
  )
}
