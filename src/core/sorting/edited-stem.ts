/** Apple keeps what was done to the photo IMG_E1234 in "IMG_O1234.aae". @returns "IMG_E1234" for "IMG_O1234", else null */
export function editedStem(stem: string): string | null {
  const [, before, after] = /^(.*)O(\d.*)$/is.exec(stem) ?? []
  return before === undefined || after === undefined ? null : `${before}E${after}`
}
