import { Check, Minus } from 'lucide-react'
import { Checkbox as Radix } from 'radix-ui'
import { type ReactNode, useId } from 'react'
import styles from './checkbox.module.css'

interface CheckboxProps {
  /** `indeterminate`: on some, not on all. */
  readonly checked: boolean | 'indeterminate'
  readonly onChange: () => void
  readonly children: ReactNode
}

/** A box with words beside it, as wide as its place. */
export function Checkbox({ checked, onChange, children }: CheckboxProps): ReactNode {
  const id = useId()
  return (
    <div className={styles.row}>
      <Radix.Root className={styles.box} id={id} checked={checked} onCheckedChange={onChange}>
        <Radix.Indicator className={styles.mark}>
          {checked === true ? <Check aria-hidden /> : <Minus aria-hidden />}
        </Radix.Indicator>
      </Radix.Root>
      <label htmlFor={id} className={styles.label}>
        {children}
      </label>
    </div>
  )
}
