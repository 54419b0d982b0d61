const units = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const

/** "812 bytes", "3.4 MB", "120 GB": as disks are sold, a thousand bytes a kilobyte. */
export function sizeText(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  return `${power > 0 && value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en-US')} ${units[power]}`
}
