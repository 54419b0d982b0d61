/** Gives the keyboard to the photos: to the tile that Tab would lead to. False where there are none. */
export function focusPhotos(): boolean {
  const tile = document.querySelector<HTMLElement>('[role="grid"][data-keys="photos"] [role="gridcell"][tabindex="0"]')
  tile?.focus({ preventScroll: true })
  return tile !== null
}
