import type { PictureHeader } from './decode-picture.ts'

const bytesPerPixel = 4
/** Rows that a decoder which goes from top to bottom holds at once. */
const streamedRows = 64

/**
 * Roughly what decoding holds in memory at once, so that several giants are not decoded side by side. Baseline JPEG and PNG
 * stream; progressive and interlaced ones, WebP, AVIF, GIF and one-strip TIFF are there as a whole or not at all.
 */
export function decoderBytes({ kind, metadata, upright }: PictureHeader): number {
  const streams = (kind === 'jpeg' || kind === 'png') && metadata.isProgressive !== true
  const rows = streams ? Math.min(streamedRows, upright.heightPx) : upright.heightPx
  return upright.widthPx * rows * bytesPerPixel
}
