import { RadioGroup } from 'radix-ui'
import type { ReactNode } from 'react'
import styles from './choice.module.css'

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly choices: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (value: T) => void
}

/** One of a few, side by side. */
export function Choice<T extends string>({ label, value, choices, onChange }: ChoiceProps<T>): ReactNode {
  return (
    <RadioGroup.Root
      className={styles.choice}
      aria-label={label}
      orientation="horizontal"
      value={value}
      onValueChange={(next) => {
        const chosen = choices.find((choice) => choice.value === next)
        if (chosen !== undefined) onChange(chosen.value)
      }}
    >
      {choices.map((choice) => (
        <RadioGroup.Item key={choice.value} value={choice.value} className={styles.item}>
          {choice.label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
