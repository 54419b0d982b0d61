import { DownloadFault } from './download-fault.ts'

/**
 * An answer of a server that brings no file, in words.
 * @param url what was asked for; its host is named
 * @param retryAfter the header, in seconds; a date is not heeded
 */
export function explainStatus(status: number, url: URL, retryAfter: string | undefined): DownloadFault {
  const { host } = url
  const name = url.pathname.split('/').at(-1) ?? ''
  const seconds = Number(retryAfter)
  const retryAfterMs = retryAfter !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null
  switch (status) {
    case 401:
    case 403:
    case 451:
      return new DownloadFault(
        `${host} does not give ${name} away (${status}). It may ask for an account, or for consent to a licence, which ` +
          'Winnow does not do. Download the model with a browser and add it from a folder, or use a mirror.',
      )
    case 404:
    case 410:
      return new DownloadFault(
        `${host} does not have ${name} any more (${status}). Try a mirror, or add the model from a folder.`,
      )
    case 407:
      return new DownloadFault(
        'The proxy of this network asks for a name and password. Put them into HTTPS_PROXY, then go on.',
      )
    case 408:
    case 425:
      return new DownloadFault(`${host} was too slow to answer. Go on later.`, 'retry', retryAfterMs)
    case 429:
      return new DownloadFault(
        `${host} is asked too often by this network and wants a pause. Go on later.`,
        'retry',
        retryAfterMs,
      )
    default:
      return status >= 500
        ? new DownloadFault(`${host} has a fault of its own (${status}). Go on later.`, 'retry', retryAfterMs)
        : new DownloadFault(`${host} answered ${status} where ${name} was asked for. Try a mirror.`)
  }
}
