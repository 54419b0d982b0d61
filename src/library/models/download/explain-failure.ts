import { dirname } from 'node:path'
import { isDiskFull } from '../../store/database-error.ts'
import { DownloadFault } from './download-fault.ts'

const silent: ReadonlySet<string> = new Set([
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'ETIMEDOUT',
])
const unreachable: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
])
const brokenOff: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'UND_ERR_SOCKET',
  'UND_ERR_CLOSED',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'UND_ERR_RESPONSE',
])
const unwritable: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EIO', 'EFBIG'])

/**
 * What a network or a disk said, in words.
 * @param host that was asked
 * @param path that was written to
 */
export function explainFailure(error: unknown, host: string, path: string): DownloadFault {
  if (error instanceof DownloadFault) return error
  if (isDiskFull(error)) {
    return new DownloadFault(
      `The disk that holds ${dirname(path)} is full. Free some space, then go on: what is there is kept.`,
    )
  }
  const code = codeOf(error)
  if (silent.has(code)) {
    return new DownloadFault(`${host} fell silent. Go on later.`, 'retry')
  }
  if (unreachable.has(code)) {
    return new DownloadFault(`${host} can’t be reached. Check the connection to the internet, then go on.`, 'retry')
  }
  if (brokenOff.has(code) || code.startsWith('HPE_')) {
    return new DownloadFault(`The connection to ${host} broke off. Go on later.`, 'retry')
  }
  if (unwritable.has(code)) {
    return new DownloadFault(`${path} can’t be written. Check that the folder is there and that you may write to it.`)
  }
  const message = error instanceof Error ? error.message : String(error)
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code)) {
    return new DownloadFault(
      `The connection to ${host} is not safe (${message}), so nothing was taken. Check the clock of this computer and the network.`,
    )
  }
  // undici tells of a proxy that refuses in a sentence only.
  if (/proxy/i.test(message)) {
    return new DownloadFault(
      `The proxy of this network does not let Winnow reach ${host} (${message}). Check HTTPS_PROXY, or add the model from a folder.`,
    )
  }
  return new DownloadFault(`The download from ${host} failed: ${message}. Go on later, or use a mirror.`)
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.cause === undefined ? '' : codeOf(error.cause)
}
