/** Gives the keyboard to a place where whatever had it is gone, so that Tab goes on from there and not from the top. */
export function takeLostFocus(target: HTMLElement | null | undefined): void {
  if (document.activeElement === null || document.activeElement === document.body)
    target?.focus({ preventScroll: true })
}
