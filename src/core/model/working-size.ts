import type { Size } from '../image/size.ts'

/** Longest side of a working picture: 1.5 thumbnails, so that the thumbnail is still sharp when it is made from it. */
const longestPx = 768
/** The model's frame is made from at least this many times its own pixels on a side. Measured: docs/decisions/one-decode.md. */
const longestInFrames = 2
const shortestInFrames = 1.4
/** A panorama keeps its short side, but not at any price. */
const mostPixels = 4_000_000

/**
 * The one size a photo is decoded to; thumbnail, average colour and tensor all come from it. Never larger than the photo.
 * Small enough that a JPEG decoder can skip most of its work (shrink-on-load), large enough that resizing twice is not seen
 * in the embedding.
 */
export function workingSize(photo: Size, frame: Size): Size {
  const longest = Math.max(photo.widthPx, photo.heightPx)
  const shortest = Math.min(photo.widthPx, photo.heightPx)
  const scale = Math.min(
    1,
    Math.max(
      longestPx / longest,
      (longestInFrames * Math.max(frame.widthPx, frame.heightPx)) / longest,
      (shortestInFrames * Math.min(frame.widthPx, frame.heightPx)) / shortest,
    ),
    Math.sqrt(mostPixels / (photo.widthPx * photo.heightPx)),
  )
  return {
    widthPx: Math.max(1, Math.round(photo.widthPx * scale)),
    heightPx: Math.max(1, Math.round(photo.heightPx * scale)),
  }
}
