import type { Size } from './size.ts'

/** Decoders fill what is missing with one colour; JPEG's rounding may move it by this much. */
const sameColour = 2

/**
 * How much of a damaged picture was really decoded, 0 … 1. What is missing at its end is one flat band; EXIF orientation may
 * have turned that band to any side, so the widest flat band at a side counts as missing.
 * @param rgb 3 bytes a pixel, row after row
 */
export function shownShare(rgb: Uint8Array, size: Size): number {
  const { widthPx, heightPx } = size
  const flatBands = [
    flatBand(rgb, { start: 0, lineStep: widthPx, pixelStep: 1, lines: heightPx, pixels: widthPx }),
    flatBand(rgb, {
      start: widthPx * heightPx - 1,
      lineStep: -widthPx,
      pixelStep: -1,
      lines: heightPx,
      pixels: widthPx,
    }),
    flatBand(rgb, { start: 0, lineStep: 1, pixelStep: widthPx, lines: widthPx, pixels: heightPx }),
    flatBand(rgb, {
      start: widthPx * heightPx - 1,
      lineStep: -1,
      pixelStep: -widthPx,
      lines: widthPx,
      pixels: heightPx,
    }),
  ]
  return 1 - Math.max(...flatBands)
}

/** Lines of pixels, counted from one side of the picture; steps in pixels. */
interface Sweep {
  readonly start: number
  readonly lineStep: number
  readonly pixelStep: number
  readonly lines: number
  readonly pixels: number
}

function flatBand(rgb: Uint8Array, sweep: Sweep): number {
  let line = 0
  while (line < sweep.lines && isFlat(rgb, sweep, line)) line++
  return line / sweep.lines
}

function isFlat(rgb: Uint8Array, { start, lineStep, pixelStep, pixels }: Sweep, line: number): boolean {
  for (let i = 0; i < pixels; i++) {
    const at = (start + line * lineStep + i * pixelStep) * 3
    for (let channel = 0; channel < 3; channel++) {
      if (Math.abs(rgb[at + channel]! - rgb[start * 3 + channel]!) > sameColour) return false
    }
  }
  return true
}
