import { join } from 'node:path'
import type { LibraryContext } from '../context.ts'
import { isInTheCloud } from '../scan/is-in-the-cloud.ts'
import { parseMediaAddress } from './media-address.ts'
import { createRenditions } from './renditions.ts'
import { serveFile } from './serve-file.ts'
import { thumbnailFile, thumbnailVersion } from './cache-files.ts'

/** What every browser shows, upright as the file's EXIF says. Nothing else is ever sent with a type of its own. */
const shownByBrowsers = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'])

const forever = 'private, max-age=31536000, immutable'
const askAgain = 'private, no-cache'

/**
 * Answers `/media/thumb/<photoId>` and `/media/full/<photoId>`. Anything else, and what is not there yet, is 404.
 *
 * @param onThumbnailLost the cache was emptied: the photo has to be read again
 */
export function createMediaServer(context: LibraryContext, onThumbnailLost: (photoId: number) => void) {
  const { store, surroundings } = context
  const renditions = createRenditions(context)

  const serveThumbnail = async (request: Request, photoId: number, hasVersion: boolean): Promise<Response> => {
    const row = store.photo.thumbnail(photoId)
    if (row === undefined || row.contentHash === null || row.thumbnailVersion !== thumbnailVersion) return notFound()
    const response = await serveFile(thumbnailFile(surroundings.paths.cacheDir, row.contentHash), request, {
      contentType: 'image/webp',
      cacheControl: hasVersion ? forever : askAgain,
      etag: `${row.contentHash}-${row.thumbnailVersion}`,
    })
    if (response === null) onThumbnailLost(photoId)
    return response ?? notFound()
  }

  const serveFull = async (request: Request, photoId: number, hasVersion: boolean): Promise<Response> => {
    const original = store.photo.original(photoId)
    if (original === undefined) return await serveThumbnail(request, photoId, hasVersion)
    const { contentHash, mediaType } = original
    const file = join(original.folderPath, original.relativePath)
    // The viewer preloads its neighbours, and a download is the person's to start.
    if (await isInTheCloud(file)) return await serveThumbnail(request, photoId, hasVersion)
    const isShown = shownByBrowsers.has(mediaType)
    const path = isShown ? file : await renditions.fileOf(original)
    const response =
      path === null
        ? null
        : await serveFile(path, request, {
            contentType: isShown ? mediaType : 'image/webp',
            cacheControl: hasVersion ? forever : askAgain,
            etag: `${contentHash}-full`,
          })
    return response ?? (await serveThumbnail(request, photoId, hasVersion))
  }

  return async (request: Request): Promise<Response> => {
    const address = parseMediaAddress(request.url)
    if (address === null) return notFound()
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } })
    }
    const { kind, photoId, hasVersion } = address
    return kind === 'thumb'
      ? await serveThumbnail(request, photoId, hasVersion)
      : await serveFull(request, photoId, hasVersion)
  }
}

function notFound(): Response {
  return new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } })
}
