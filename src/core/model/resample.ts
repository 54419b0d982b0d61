import type { Size } from '../image/size.ts'

/** Ways to weigh the pixels around a point. */
export type Resampling = 'bilinear' | 'bicubic' | 'lanczos'

/**
 * Resizes RGB bytes (row after row, 3 bytes a pixel) exactly as Pillow does, the reference of most models: pixel centres are
 * mapped to pixel centres, the kernel widens where the picture shrinks (antialiasing), weights at the border are
 * normalised, and the picture is rounded to bytes after each of two passes, across before down unless only the latter shrinks it.
 * @throws RangeError when the bytes are not exactly that picture
 */
export function resample(rgb: Uint8Array, from: Size, to: Size, resampling: Resampling): Uint8Array {
  if (rgb.length !== from.widthPx * from.heightPx * 3) {
    throw new RangeError(`${rgb.length} bytes are no ${from.widthPx} x ${from.heightPx} RGB picture`)
  }
  const across = tapsOf(from.widthPx, to.widthPx, resampling)
  const down = tapsOf(from.heightPx, to.heightPx, resampling)
  return to.widthPx > from.widthPx && to.heightPx < from.heightPx
    ? resampleRows(resampleColumns(rgb, from.widthPx, down), from.widthPx, across)
    : resampleColumns(resampleRows(rgb, from.widthPx, across), to.widthPx, down)
}

/** For each pixel of the new side: which old pixels make it, and their weights, which sum to 1. */
type Taps = readonly { readonly first: number; readonly weights: Float64Array }[]

function tapsOf(fromPx: number, toPx: number, resampling: Resampling): Taps {
  const { reach, weigh } = kernels[resampling]
  const scale = fromPx / toPx
  const widening = Math.max(scale, 1)
  return Array.from({ length: toPx }, (_, i) => {
    const centre = (i + 0.5) * scale
    const first = Math.max(0, Math.trunc(centre - reach * widening + 0.5))
    const end = Math.min(fromPx, Math.trunc(centre + reach * widening + 0.5))
    const weights = Float64Array.from({ length: end - first }, (_, k) => weigh((first + k + 0.5 - centre) / widening))
    const sum = weights.reduce((total, weight) => total + weight, 0)
    return { first, weights: weights.map((weight) => weight / sum) }
  })
}

function resampleRows(rgb: Uint8Array, widthPx: number, taps: Taps): Uint8Array {
  const heightPx = rgb.length / 3 / widthPx
  const out = new Uint8ClampedArray(taps.length * heightPx * 3)
  for (let y = 0, at = 0; y < heightPx; y++) {
    for (const { first, weights } of taps) {
      let [red, green, blue] = [0, 0, 0]
      for (let k = 0, pixel = (y * widthPx + first) * 3; k < weights.length; k++, pixel += 3) {
        const weight = weights[k]!
        red += weight * rgb[pixel]!
        green += weight * rgb[pixel + 1]!
        blue += weight * rgb[pixel + 2]!
      }
      out[at++] = Math.round(red)
      out[at++] = Math.round(green)
      out[at++] = Math.round(blue)
    }
  }
  return new Uint8Array(out.buffer)
}

function resampleColumns(rgb: Uint8Array, widthPx: number, taps: Taps): Uint8Array {
  const rowLength = widthPx * 3
  const out = new Uint8ClampedArray(rowLength * taps.length)
  const sums = new Float64Array(rowLength)
  taps.forEach(({ first, weights }, y) => {
    sums.fill(0)
    for (let k = 0; k < weights.length; k++) {
      const weight = weights[k]!
      const row = (first + k) * rowLength
      for (let x = 0; x < rowLength; x++) sums[x]! += weight * rgb[row + x]!
    }
    for (let x = 0; x < rowLength; x++) out[y * rowLength + x] = Math.round(sums[x]!)
  })
  return new Uint8Array(out.buffer)
}

interface Kernel {
  /** Old pixels to either side, before widening. */
  readonly reach: number
  readonly weigh: (distance: number) => number
}

const kernels: Readonly<Record<Resampling, Kernel>> = {
  bilinear: { reach: 1, weigh: (distance) => Math.max(0, 1 - Math.abs(distance)) },
  bicubic: { reach: 2, weigh: cubic },
  lanczos: { reach: 3, weigh: (distance) => (Math.abs(distance) < 3 ? sinc(distance) * sinc(distance / 3) : 0) },
}

/** Keys 1981 with a = -0.5. */
function cubic(distance: number): number {
  const x = Math.abs(distance)
  if (x < 1) return (1.5 * x - 2.5) * x * x + 1
  return x < 2 ? -0.5 * (((x - 5) * x + 8) * x - 4) : 0
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
}
