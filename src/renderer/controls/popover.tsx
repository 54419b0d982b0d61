import { Popover as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { usePortalPlace } from './portal-place.ts'
import styles from './popover.module.css'

interface PopoverProps {
  /** For screen readers: what opens. */
  readonly label: string
  /** The element that opens it: one that can hold a ref, such as `Button` or `IconButton`. */
  readonly trigger: ReactNode
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  readonly align?: 'start' | 'center' | 'end'
  readonly children: ReactNode
}

/**
 * A small sheet beside its trigger; Esc or a click elsewhere closes it and focus goes back. Never `modal`: that would
 * inject a <style>, which the content security policy refuses.
 */
export function Popover({
  label,
  trigger,
  open,
  onOpenChange,
  side = 'bottom',
  align = 'start',
  children,
}: PopoverProps): ReactNode {
  return (
    <Radix.Root {...(open !== undefined && { open })} {...(onOpenChange !== undefined && { onOpenChange })}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={usePortalPlace()}>
        <Radix.Content
          className={styles.popover}
          aria-label={label}
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
