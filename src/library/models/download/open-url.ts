import { request } from 'undici'
import type { Dispatcher } from 'undici'
import { untilAborted } from '../../timing/until-aborted.ts'
import { DownloadFault } from './download-fault.ts'

/** What the hub says of a file, on the way to where it lies. */
export interface HubFacts {
  /** Of the whole file, lower case. */
  readonly sha256: string | null
  /** Of files that the hub keeps in git itself: SHA-1 over "blob <bytes>\0" and the file. */
  readonly gitSha1: string | null
  readonly sizeBytes: number | null
}

export interface OpenedUrl {
  readonly status: number
  /** By lower-case name. */
  header(name: string): string | undefined
  readonly hub: HubFacts
  /** Where it came from in the end. */
  readonly url: URL
  readonly body: Dispatcher.ResponseData['body']
}

export interface OpenOptions {
  readonly headers: Readonly<Record<string, string>>
  readonly dispatcherFor: (url: URL) => Promise<Dispatcher>
  /** Whether it may be led to another host, beyond what any may not. */
  readonly mayAsk: (host: string) => boolean
  /** No byte for so long means that the server is gone. */
  readonly stallMs: number
  readonly signal: AbortSignal
}

const mostRedirects = 5
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/**
 * Asks for a URL and follows where it leads: to https only, or within one plain-http host that was asked for by the person.
 * Sends no cookies and no credentials, whatever the URL says.
 * @throws DownloadFault when it leads in circles or out of https; undici's errors as they are
 */
export async function openUrl(start: URL, options: OpenOptions): Promise<OpenedUrl> {
  let url = start
  let hub: HubFacts = { sha256: null, gitSha1: null, sizeBytes: null }
  const seen = new Set<string>()
  for (let hops = 0; ; hops++) {
    if (seen.has(url.href) || hops > mostRedirects) {
      throw new DownloadFault(`${start.host} sends Winnow in circles. Try a mirror, or add the model from a folder.`)
    }
    seen.add(url.href)
    const { statusCode, headers, body } = await ask(url, options)
    const header = (name: string): string | undefined => {
      const value = headers[name]
      return Array.isArray(value) ? value[0] : value
    }
    hub = mergeFacts(hub, header)
    if (!redirects.has(statusCode)) return { status: statusCode, header, hub, url, body }
    body.on('error', () => {})
    body.destroy()
    url = nextUrl(url, header('location'))
    if (url.host !== start.host && !options.mayAsk(url.host)) {
      throw new DownloadFault(
        `${start.host} leads to ${url.host}, which Winnow did not say it would ask. Use a mirror, or add the model from a folder.`,
      )
    }
  }
}

/**
 * A proxy that takes connections and drops them holds a request up where neither its time limit nor its signal reach, so both are
 * watched from here as well.
 */
async function ask(url: URL, options: OpenOptions): Promise<Dispatcher.ResponseData> {
  const { stallMs, signal } = options
  const tooLong = AbortSignal.timeout(2 * stallMs)
  const asked = request(url, {
    method: 'GET',
    headers: { 'accept-encoding': 'identity', 'user-agent': 'Winnow', ...options.headers },
    dispatcher: await options.dispatcherFor(url),
    headersTimeout: stallMs,
    bodyTimeout: stallMs,
    signal,
  })
  try {
    return await untilAborted(asked, AbortSignal.any([signal, tooLong]))
  } catch (error) {
    signal.throwIfAborted()
    if (tooLong.aborted) throw new DownloadFault(`${url.host} fell silent. Go on later.`, 'retry')
    throw error
  }
}

function nextUrl(from: URL, location: string | undefined): URL {
  const to = location === undefined ? null : URL.parse(location, from.href)
  if (to === null) throw new DownloadFault(`${from.host} leads nowhere. Try a mirror.`)
  const isPlainWithin = from.protocol === 'http:' && to.protocol === 'http:' && to.host === from.host
  if (to.protocol !== 'https:' && !isPlainWithin) {
    throw new DownloadFault(`${from.host} leads to ${to.host} without encryption, so nothing was taken. Try a mirror.`)
  }
  to.username = ''
  to.password = ''
  return to
}

/** The first to say something is the hub itself; the store behind it has other names for the file. */
function mergeFacts(known: HubFacts, header: (name: string) => string | undefined): HubFacts {
  const etag =
    header('x-linked-etag') ?? (known.sha256 === null && header('x-repo-commit') ? header('etag') : undefined)
  const hash = etag?.replace(/^(W\/)?"|"$/g, '').toLowerCase()
  const size = Number(header('x-linked-size') ?? Number.NaN)
  return {
    sha256: known.sha256 ?? (hash !== undefined && /^[0-9a-f]{64}$/.test(hash) ? hash : null),
    gitSha1: known.gitSha1 ?? (hash !== undefined && /^[0-9a-f]{40}$/.test(hash) ? hash : null),
    sizeBytes: known.sizeBytes ?? (Number.isSafeInteger(size) && size > 0 ? size : null),
  }
}
