export interface MediaAddress {
  readonly kind: 'thumb' | 'full'
  readonly photoId: number
  /** The address names a version, so that the answer never changes. */
  readonly hasVersion: boolean
}

/**
 * Reads `/media/thumb/<photoId>` and `/media/full/<photoId>`. Whatever is not exactly that is null: an id is one to ten
 * digits without a leading zero, and no part of an address ever becomes a path.
 */
export function parseMediaAddress(url: string): MediaAddress | null {
  if (!URL.canParse(url)) return null
  const { pathname, searchParams } = new URL(url)
  const match = /^\/media\/(thumb|full)\/([1-9]\d{0,9})$/.exec(pathname)
  if (match === null) return null
  const kind = match[1] === 'thumb' ? 'thumb' : 'full'
  return { kind, photoId: Number(match[2]), hasVersion: searchParams.has('v') }
}
