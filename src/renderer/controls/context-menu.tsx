import { ContextMenu as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import { Kbd } from './kbd.tsx'
import styles from './menu.module.css'
import { usePortalPlace } from './portal-place.ts'

interface ContextMenuProps {
  /** Where a right click, or the keyboard's menu key, opens it: one element that can hold a ref. */
  readonly area: ReactElement
  readonly label: string
  /** Return true to keep the focus where a command put it. */
  readonly keepsFocus?: () => boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly children: ReactNode
}

/** Commands for what lies under the pointer. Not `modal`, for the reason given at `Popover`. */
export function ContextMenu({ area, label, keepsFocus, onOpenChange, children }: ContextMenuProps): ReactNode {
  return (
    <Radix.Root modal={false} {...(onOpenChange !== undefined && { onOpenChange })}>
      <Radix.Trigger asChild>{area}</Radix.Trigger>
      <Radix.Portal container={usePortalPlace()}>
        <Radix.Content
          className={styles.menu}
          aria-label={label}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            if (keepsFocus?.() === true) event.preventDefault()
          }}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

interface ContextMenuItemProps {
  readonly children: ReactNode
  readonly icon?: ReactNode
  /** As in `Kbd`. */
  readonly keys?: string
  readonly tone?: 'plain' | 'danger'
  readonly disabled?: boolean
  readonly onSelect: () => void
}

export function ContextMenuItem({
  children,
  icon,
  keys,
  tone = 'plain',
  disabled = false,
  onSelect,
}: ContextMenuItemProps): ReactNode {
  return (
    <Radix.Item className={styles.item} data-tone={tone} disabled={disabled} onSelect={onSelect}>
      <span className={styles.icon}>{icon}</span>
      <span className={styles.words}>{children}</span>
      {keys !== undefined && <Kbd keys={keys} />}
    </Radix.Item>
  )
}

export function ContextMenuLine(): ReactNode {
  return <Radix.Separator className={styles.line} />
}

interface ContextMenuChoiceProps {
  readonly label: string
  readonly icon?: ReactNode
  readonly value: string
  readonly onChange: (value: string) => void
  readonly choices: readonly { readonly value: string; readonly label: string; readonly icon?: ReactNode }[]
}

/** A second menu in which exactly one thing is chosen. */
export function ContextMenuChoice({ label, icon, value, onChange, choices }: ContextMenuChoiceProps): ReactNode {
  return (
    <Radix.Sub>
      <Radix.SubTrigger className={styles.item}>
        <span className={styles.icon}>{icon}</span>
        <span className={styles.words}>{label}</span>
        <span aria-hidden>›</span>
      </Radix.SubTrigger>
      <Radix.Portal container={usePortalPlace()}>
        <Radix.SubContent className={styles.menu} sideOffset={4} collisionPadding={8}>
          <Radix.RadioGroup value={value} onValueChange={onChange}>
            {choices.map((choice) => (
              <Radix.RadioItem key={choice.value} value={choice.value} className={styles.item}>
                <span className={styles.icon}>{choice.icon}</span>
                <span className={styles.words}>{choice.label}</span>
                <Radix.ItemIndicator>✓</Radix.ItemIndicator>
              </Radix.RadioItem>
            ))}
          </Radix.RadioGroup>
        </Radix.SubContent>
      </Radix.Portal>
    </Radix.Sub>
  )
}
