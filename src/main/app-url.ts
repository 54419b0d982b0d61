/** The one page there is. Its scheme is registered in app-scheme.ts. */
export const appUrl = 'app://app/'

/** Whether an address is the interface itself: the only place the window may be at or go to. */
export function isAppUrl(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === 'app:' && url.host === 'app' && url.username === '' && url.password === ''
}

/**
 * Whether the window's session may fetch an address. All of it is local: the interface and its photos, pictures held in
 * the page's memory, and the developer tools' own files. Nothing that leaves the computer is on the list.
 */
export function isLocalRequest(address: string): boolean {
  if (isAppUrl(address)) return true
  const url = URL.parse(address)
  if (url === null) return false
  if (url.protocol === 'devtools:') return url.host === 'devtools'
  return isMadeByApp(address)
}

/** Whether an address is of something that the interface made in its own memory. */
export function isMadeByApp(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === 'blob:' && isAppUrl(url.pathname)
}
