import { type RefObject, useLayoutEffect, useRef } from 'react'

interface TargetedEvent {
  readonly target: EventTarget
}

/**
 * Keeps the keyboard in the row of a model while the row changes under it: Download becomes Pause, a model that is whole
 * moves to those on this computer. Rows carry `data-model`, what can be done in them `data-ways`.
 *
 * @param page what holds all rows; the component that calls this draws them
 * @returns listeners for the page
 */
export function useRowFocus(page: RefObject<HTMLElement | null>): {
  readonly onFocus: (event: TargetedEvent) => void
  readonly onPointerDown: (event: TargetedEvent) => void
} {
  const modelKey = useRef<string | null>(null)
  useLayoutEffect(() => {
    const current = document.activeElement
    if (modelKey.current === null || (current !== null && current !== document.body)) return
    const row = page.current?.querySelector<HTMLElement>(`[data-model="${CSS.escape(modelKey.current)}"]`)
    const target = row?.querySelector<HTMLElement>('[data-ways] button') ?? row
    target?.focus({ preventScroll: true })
  })
  // A click beside all rows takes the keyboard away because the person wanted it.
  const remember = (event: TargetedEvent): void => {
    modelKey.current = modelOf(event)
  }
  return { onFocus: remember, onPointerDown: remember }
}

function modelOf({ target }: TargetedEvent): string | null {
  if (!(target instanceof Element)) return null
  return target.closest<HTMLElement>('[data-model]')?.dataset['model'] ?? null
}
