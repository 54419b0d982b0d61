import { type RefObject, useLayoutEffect, useRef } from 'react'

interface TargetedEvent {
  readonly target: EventTarget
}

interface RowFocus {
  readonly listeners: {
    readonly onFocus: (event: TargetedEvent) => void
    readonly onPointerDown: (event: TargetedEvent) => void
  }
  /** Gives the keyboard to the row of a model that was added, as soon as it is there. */
  readonly goTo: (modelKey: string) => void
}

/**
 * Keeps the keyboard in the row of a model while the row changes under it: Download becomes Pause, a model that is whole
 * moves to those on this computer. Rows carry `data-model`, what can be done in them `data-ways`.
 *
 * @param page what holds all rows, and takes the listeners; the component that calls this draws them
 */
export function useRowFocus(page: RefObject<HTMLElement | null>): RowFocus {
  const last = useRef<string | null>(null)
  const awaited = useRef<string | null>(null)
  const rowOf = (modelKey: string): HTMLElement | null | undefined =>
    page.current?.querySelector<HTMLElement>(`[data-model="${CSS.escape(modelKey)}"]`)
  const takeAwaited = (): boolean => {
    const row = awaited.current === null ? null : rowOf(awaited.current)
    if (row === null || row === undefined) return false
    awaited.current = null
    row.scrollIntoView({ block: 'nearest' })
    focusIn(row)
    return true
  }
  useLayoutEffect(() => {
    if (takeAwaited() || last.current === null) return
    const current = document.activeElement
    if (current === null || current === document.body) focusIn(rowOf(last.current))
  })
  // A click beside all rows takes the keyboard away because the person wanted it.
  const remember = (event: TargetedEvent): void => {
    last.current = modelOf(event)
  }
  return {
    listeners: { onFocus: remember, onPointerDown: remember },
    goTo: (modelKey) => {
      awaited.current = modelKey
      takeAwaited()
    },
  }
}

function focusIn(row: HTMLElement | null | undefined): void {
  const target = row?.querySelector<HTMLElement>('[data-ways] button') ?? row
  target?.focus({ preventScroll: true })
}

function modelOf({ target }: TargetedEvent): string | null {
  if (!(target instanceof Element)) return null
  return target.closest<HTMLElement>('[data-model]')?.dataset['model'] ?? null
}
