const units = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const

/** "1 byte", "812 bytes", "3.4 MB", "120 GB": decimal units, as disks are sold and file managers count. @param sizeBytes ≥ 0 */
export function sizeText(sizeBytes: number): string {
  if (sizeBytes === 1) return '1 byte'
  const power = sizeBytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(sizeBytes) / 3))
  const value = sizeBytes / 1000 ** power
  return `${power > 0 && value < 9.95 ? value.toFixed(1) : Math.round(value).toLocaleString('en-US')} ${units[power]}`
}
