import { Check } from 'lucide-react'
import { RadioGroup } from 'radix-ui'
import type { ReactNode } from 'react'
import { categoryColours } from './category-colours.ts'
import styles from './colour-field.module.css'

interface ColourFieldProps {
  /** `#rrggbb`; need not be one of the offered. */
  readonly colour: string
  readonly onChange: (colour: string) => void
}

/** The colour of a category, out of twelve that stay apart. */
export function ColourField({ colour, onChange }: ColourFieldProps): ReactNode {
  return (
    <RadioGroup.Root className={styles.colours} aria-label="Colour" value={colour} onValueChange={onChange}>
      {categoryColours.map(({ value, label }) => (
        <RadioGroup.Item
          key={value}
          value={value}
          className={styles.colour}
          aria-label={label}
          title={label}
          style={{ background: value }}
        >
          <RadioGroup.Indicator className={styles.mark}>
            <Check aria-hidden strokeWidth={3} />
          </RadioGroup.Indicator>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
