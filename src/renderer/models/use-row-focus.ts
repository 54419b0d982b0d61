import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Keeps the keyboard in the row of a model while the row changes under it: Download becomes Pause, a model that is whole
 * moves to those on this computer. Rows carry `data-model`.
 *
 * @param page what holds all rows
 * @param change something that is another value whenever rows may have changed
 */
export function useRowFocus(
  page: RefObject<HTMLElement | null>,
  change: unknown,
): {
  readonly onFocus: (event: { readonly target: EventTarget }) => void
  readonly onPointerDown: (event: { readonly target: EventTarget }) => void
} {
  const rowKey = useRef<string | null>(null)
  useLayoutEffect(() => {
    if (rowKey.current === null) return
    const current = document.activeElement
    if (current !== null && current !== document.body) return
    const row = page.current?.querySelector<HTMLElement>(`[data-model="${CSS.escape(rowKey.current)}"]`)
    const target = row?.querySelector<HTMLElement>('[data-ways] button') ?? row
    target?.focus({ preventScroll: true })
  }, [page, change])
  const rowOf = ({ target }: { readonly target: EventTarget }): string | null =>
    target instanceof Element ? (target.closest<HTMLElement>('[data-model]')?.dataset['model'] ?? null) : null
  return {
    onFocus: (event) => {
      rowKey.current = rowOf(event)
    },
    // A click beside all rows takes the keyboard away because the person wanted it.
    onPointerDown: (event) => {
      rowKey.current = rowOf(event)
    },
  }
}
