import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { Kbd } from './kbd.tsx'
import { usePortalPlace } from './portal-place.ts'
import styles from './menu.module.css'

interface MenuProps {
  /** The element that opens it: one that can hold a ref, such as `IconButton`. */
  readonly trigger: ReactNode
  readonly align?: 'start' | 'center' | 'end'
  /** Return true to keep the focus where a command put it. */
  readonly keepsFocus?: () => boolean
  readonly children: ReactNode
}

/** A list of commands behind a button. Not `modal`, for the reason given at `Popover`. */
export function Menu({ trigger, align = 'end', keepsFocus, children }: MenuProps): ReactNode {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal container={usePortalPlace()}>
        <DropdownMenu.Content
          className={styles.menu}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            if (keepsFocus?.() === true) event.preventDefault()
          }}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

interface MenuItemProps {
  readonly children: ReactNode
  readonly icon?: ReactNode
  /** As in `Kbd`. */
  readonly keys?: string
  readonly tone?: 'plain' | 'danger'
  readonly disabled?: boolean
  readonly onSelect: () => void
}

export function MenuItem({
  children,
  icon,
  keys,
  tone = 'plain',
  disabled = false,
  onSelect,
}: MenuItemProps): ReactNode {
  return (
    <DropdownMenu.Item className={styles.item} data-tone={tone} disabled={disabled} onSelect={onSelect}>
      <span className={styles.icon}>{icon}</span>
      <span className={styles.words}>{children}</span>
      {keys !== undefined && <Kbd keys={keys} />}
    </DropdownMenu.Item>
  )
}

export function MenuLine(): ReactNode {
  return <DropdownMenu.Separator className={styles.line} />
}
