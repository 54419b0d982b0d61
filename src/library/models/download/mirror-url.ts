import { WinnowError } from '../../../contract/error.ts'
import type { CatalogueFile } from '../../../core/model/catalogue.ts'

/** Hosts that are this computer. */
const ownHost = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/**
 * Where a file lies on the hub, or on a mirror that is laid out like it.
 * @param base host and path before the repository
 */
export function fileUrl(base: string, { repository, revision, path }: CatalogueFile): URL {
  const start = new URL(base.endsWith('/') ? base : `${base}/`)
  const parts = [...repository.split('/'), 'resolve', revision, ...path.split('/')]
  return new URL(parts.map(encodeURIComponent).join('/'), start)
}

/**
 * Without encryption anyone on the way could put other files in; that does no harm where each has a hash that is known
 * before, nor within this computer.
 * @throws WinnowError `invalid-input` in all other cases, and for what is no web address
 */
export function checkMirror(mirror: string, files: readonly CatalogueFile[]): void {
  const url = new URL(mirror)
  if (url.username !== '' || url.password !== '') {
    throw new WinnowError('invalid-input', 'An address with a name and password in it can’t be used as a mirror.')
  }
  if (url.protocol === 'https:') return
  if (url.protocol !== 'http:') {
    throw new WinnowError('invalid-input', 'A mirror is an address that begins with https://.')
  }
  if (ownHost.test(url.hostname) || files.every(({ sha256 }) => sha256 !== null)) return
  throw new WinnowError(
    'invalid-input',
    'Nothing is known beforehand of some files of this model, so its mirror must be one that begins with https://.',
  )
}
