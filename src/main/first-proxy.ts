/**
 * The first proxy of what Chromium says, "PROXY proxy:3128; DIRECT", as an address. Null for a direct way, and for kinds of
 * proxies that a download can't use.
 */
export function firstProxy(rules: string): string | null {
  const match = /^(PROXY|HTTPS) ([\w.:[\]-]+)$/.exec(rules.split(';')[0]?.trim() ?? '')
  if (match === null) return null
  const address = `${match[1] === 'HTTPS' ? 'https' : 'http'}://${match[2]}`
  return URL.canParse(address) ? address : null
}
