import type { ComponentProps, ReactNode } from 'react'
import styles from './button.module.css'

interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` once a screen at most; `quiet` has no box until pointed at; `danger` only for what deletes. */
  readonly variant?: 'plain' | 'primary' | 'quiet' | 'danger'
}

/** A button with words. An icon may stand before them as a child. */
export function Button({ variant = 'plain', className, ...rest }: ButtonProps): ReactNode {
  return <button type="button" {...rest} className={`${styles.button} ${className ?? ''}`} data-variant={variant} />
}
