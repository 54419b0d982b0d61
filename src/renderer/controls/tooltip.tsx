import { Tooltip as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Kbd } from './kbd.tsx'
import { usePortalPlace } from './portal-place.ts'
import styles from './tooltip.module.css'

interface TooltipProps {
  readonly text: string
  /** As in `Kbd`. */
  readonly keys?: string
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  /** One element that can hold a ref and takes pointer and focus events. */
  readonly children: ReactNode
}

/** Says what a control does after a moment of rest. Needs `TooltipProvider` above it (the app has one). */
export function Tooltip({ text, keys, side = 'bottom', children }: TooltipProps): ReactNode {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal container={usePortalPlace()}>
        <Radix.Content className={styles.tooltip} side={side} sideOffset={6} collisionPadding={8}>
          {text}
          {keys !== undefined && <Kbd keys={keys} />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** Shares one delay among all tooltips: moving along a toolbar shows the next one at once. */
export function TooltipProvider({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Radix.Provider delayDuration={600} skipDelayDuration={200}>
      {children}
    </Radix.Provider>
  )
}
