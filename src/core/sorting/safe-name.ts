import { isExcludedName } from '../scan/excluded-name.ts'
import { shortenText } from './shorten-text.ts'

/** What Windows keeps for itself in names, `/` of the others, and control characters. */
const forbidden = /[<>:"/\\|?*\p{Cc}]/gu

/** Names that Windows keeps for devices, whatever ending follows; with figures raised as well. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?= *(?:\.|$))/i

/**
 * The name itself where Windows, macOS and Linux can all hold it, else the nearest that they can. Never '', '.', '..' or a
 * path. Its length is not looked at. What this returned is returned unchanged.
 */
export function safeFileName(name: string): string {
  const plain = name
    .toWellFormed()
    .replaceAll(forbidden, '_')
    .replace(/[. ]+$/, '')
  return plain === '' ? '_' : plain.replace(device, '$&_')
}

/** The same for a folder, which a scan must not pass by and no spaces may surround. At most `mostBytes` bytes in UTF-8. */
export function safeFolderName(name: string, mostBytes: number): string {
  const visible = name.trim().replace(/^\.+/, '_')
  // Two bytes are left for what may have to be added.
  const safe = safeFileName(shortenText(visible, mostBytes - 2, Number.MAX_SAFE_INTEGER)).trim()
  return isExcludedName(safe) ? `${safe}_` : safe
}
