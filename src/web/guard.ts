/** What of a request says who sends it. Header values as Node gives them. */
export interface Sender {
  readonly host: string | undefined
  readonly origin: string | undefined
  readonly secFetchSite: string | undefined
}

/**
 * Whether a request may come from our own tab, judged before its key is looked at. Stops pages of other origins, also
 * those whose name was pointed at 127.0.0.1 after they were loaded (DNS rebinding: their Host gives them away).
 * `Sec-Fetch-Site` is `none` where the person typed or clicked the address outside any page. Older browsers and tools
 * send neither that nor an Origin with GET; they need the key like everyone.
 */
export function isOwnTab(sender: Sender, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (sender.host === undefined || !hosts.includes(sender.host)) return false
  if (sender.origin !== undefined && sender.origin !== `http://${sender.host}`) return false
  return sender.secFetchSite === undefined || sender.secFetchSite === 'same-origin' || sender.secFetchSite === 'none'
}
