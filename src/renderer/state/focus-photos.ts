/** Gives the keyboard to the photos: to the one that is open, or the tile that Tab would lead to. False where there are none. */
export function focusPhotos(): boolean {
  const open = document.querySelector<HTMLElement>('[role="dialog"][data-keys="photos"]')
  const tile = document.querySelector<HTMLElement>('[role="grid"][data-keys="photos"] [role="gridcell"][tabindex="0"]')
  const target = open ?? tile
  target?.focus({ preventScroll: true })
  return target !== null
}
