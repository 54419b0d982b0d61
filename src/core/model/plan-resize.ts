import type { Size } from '../image/size.ts'
import type { ImageInput } from './manifest.ts'

/** Resize to `to`; then the model's frame begins at the offsets: positive cuts off what is outside, negative pads with black. */
export interface ResizePlan {
  readonly to: Size
  readonly offsetLeftPx: number
  readonly offsetTopPx: number
}

/** A strip longer than this many frames is squashed to it: cropping leaves a sliver of it anyway, and memory must not follow it. */
const longestInFrames = 16

/**
 * How an upright picture of `source` becomes the model's frame, as torchvision and open_clip do it: the free side is cut
 * to a whole number, crop and padding are centred with half pixels rounded down.
 */
export function planResize(image: Pick<ImageInput, 'width' | 'height' | 'resize'>, source: Size): ResizePlan {
  const to = resizedSize(image, source)
  return {
    to,
    offsetLeftPx: Math.floor((to.widthPx - image.width) / 2),
    offsetTopPx: Math.floor((to.heightPx - image.height) / 2),
  }
}

function resizedSize({ width, height, resize }: Pick<ImageInput, 'width' | 'height' | 'resize'>, source: Size): Size {
  if (resize === 'squash') return { widthPx: width, heightPx: height }
  const sourceIsWider = source.widthPx * height > source.heightPx * width
  const widthIsFree = resize === 'shortest' ? sourceIsWider : !sourceIsWider
  return widthIsFree
    ? { widthPx: freeSide(height * source.widthPx, source.heightPx, width), heightPx: height }
    : { widthPx: width, heightPx: freeSide(width * source.heightPx, source.widthPx, height) }
}

function freeSide(dividend: number, divisor: number, framePx: number): number {
  return Math.min(Math.max(Math.floor(dividend / divisor), 1), longestInFrames * framePx)
}
