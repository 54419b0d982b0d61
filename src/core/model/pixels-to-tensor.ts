import type { Size } from '../image/size.ts'
import type { ImageInput } from './manifest.ts'
import type { ResizePlan } from './plan-resize.ts'

/**
 * RGB bytes of a picture already resized to `plan.to` (row after row, 3 bytes a pixel) to the image encoder's input for one
 * photo: `width` x `height` x 3 numbers, (value / 255 - mean) / std, in the manifest's layout and channel order. Where the
 * frame reaches beyond the picture it is black.
 * @throws RangeError when the bytes are not exactly that picture
 */
export function pixelsToTensor(rgb: Uint8Array, plan: ResizePlan, image: ImageInput): Float32Array<ArrayBuffer> {
  const { widthPx, heightPx } = plan.to
  if (rgb.length !== widthPx * heightPx * 3) {
    throw new RangeError(`${rgb.length} bytes are no ${widthPx} x ${heightPx} RGB picture`)
  }
  const area = image.width * image.height
  const tensor = new Float32Array(area * 3)
  const [pixelStep, channelStep] = image.layout === 'nchw' ? [1, area] : [3, 1]
  const visible = visiblePart(plan, image)
  for (let channel = 0; channel < 3; channel++) {
    const values = scaledValues(image.mean[channel]!, image.std[channel]!)
    const start = channel * channelStep
    const source = image.channels === 'rgb' ? channel : 2 - channel
    const isPadded = visible.size.widthPx < image.width || visible.size.heightPx < image.height
    if (isPadded) for (let i = 0; i < area; i++) tensor[start + i * pixelStep] = values[0]!
    for (let y = 0; y < visible.size.heightPx; y++) {
      let to = start + ((visible.frameTopPx + y) * image.width + visible.frameLeftPx) * pixelStep
      let from = ((visible.pictureTopPx + y) * widthPx + visible.pictureLeftPx) * 3 + source
      for (let x = 0; x < visible.size.widthPx; x++) {
        tensor[to] = values[rgb[from]!]!
        to += pixelStep
        from += 3
      }
    }
  }
  return tensor
}

/** The rectangle that picture and frame share, and where it begins in each. */
function visiblePart(plan: ResizePlan, image: ImageInput) {
  const pictureLeftPx = Math.max(0, plan.offsetLeftPx)
  const pictureTopPx = Math.max(0, plan.offsetTopPx)
  const size: Size = {
    widthPx: Math.min(image.width, plan.to.widthPx - pictureLeftPx),
    heightPx: Math.min(image.height, plan.to.heightPx - pictureTopPx),
  }
  return {
    size,
    pictureLeftPx,
    pictureTopPx,
    frameLeftPx: Math.max(0, -plan.offsetLeftPx),
    frameTopPx: Math.max(0, -plan.offsetTopPx),
  }
}

/** A byte has 256 values: looking them up is several times quicker than dividing for each pixel. */
function scaledValues(mean: number, std: number): Float32Array {
  return Float32Array.from({ length: 256 }, (_, byte) => (byte / 255 - mean) / std)
}
