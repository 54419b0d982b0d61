import type { ComponentProps, ReactNode } from 'react'
import styles from './icon-button.module.css'
import { Tooltip } from './tooltip.tsx'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'title'> {
  /** What it does, in words: for screen readers and as the tooltip. */
  readonly label: string
  /** As in `Kbd`: shown in the tooltip. */
  readonly keys?: string
  /** For a switch: whether it is on. */
  readonly pressed?: boolean
  readonly tooltipSide?: 'top' | 'right' | 'bottom' | 'left'
}

/** A square button with an icon as its child. */
export function IconButton({ label, keys, pressed, tooltipSide, className, ...rest }: IconButtonProps): ReactNode {
  return (
    <Tooltip
      text={label}
      {...(keys !== undefined && { keys })}
      {...(tooltipSide !== undefined && { side: tooltipSide })}
    >
      <button
        type="button"
        {...rest}
        className={`${styles.iconButton} ${className ?? ''}`}
        aria-label={label}
        {...(pressed !== undefined && { 'aria-pressed': pressed })}
      />
    </Tooltip>
  )
}
