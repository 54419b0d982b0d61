import type { ImageInput } from '../core/model/manifest.ts'
import { pixelsToTensor } from '../core/model/pixels-to-tensor.ts'
import { planResize } from '../core/model/plan-resize.ts'
import { fromPicture } from './decode-picture.ts'
import type { Picture } from './decode-picture.ts'

/** sharp's names. All of them filter before they shrink, like Pillow and torchvision with antialiasing. */
const kernels = { nearest: 'nearest', bilinear: 'linear', bicubic: 'cubic', lanczos: 'lanczos3' } as const

/** The image encoder's input for one photo, and the RGB bytes it was made of. */
export async function makeTensor(
  picture: Picture,
  image: ImageInput,
): Promise<{ readonly tensor: Float32Array<ArrayBuffer>; readonly rgb: Uint8Array }> {
  const plan = planResize(image, picture.size)
  const rgb = await fromPicture(picture)
    .resize(plan.to.widthPx, plan.to.heightPx, { fit: 'fill', kernel: kernels[image.interpolation] })
    .raw()
    .toBuffer()
  return { tensor: pixelsToTensor(rgb, plan, image), rgb }
}
