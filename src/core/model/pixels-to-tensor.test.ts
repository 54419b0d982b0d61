import { describe, expect, it } from 'vitest'
import type { ImageInput } from './manifest.ts'
import { pixelsToTensor } from './pixels-to-tensor.ts'

const plain: ImageInput = {
  file: 'image.onnx',
  input: 'pixels',
  output: 'embedding',
  width: 2,
  height: 2,
  resize: 'squash',
  crop: 'none',
  interpolation: 'bicubic',
  antialias: true,
  channels: 'rgb',
  layout: 'nchw',
  mean: [0, 0, 0],
  std: [1 / 255, 1 / 255, 1 / 255],
}
const square = { to: { widthPx: 2, heightPx: 2 }, offsetLeftPx: 0, offsetTopPx: 0 }
// Red counts 1, 2, 3, 4; green ten times that, blue twenty times.
const rgb = Uint8Array.from([1, 10, 20, 2, 20, 40, 3, 30, 60, 4, 40, 80])
const rounded = (tensor: Float32Array) => Array.from(tensor, Math.round)

describe('pixelsToTensor', () => {
  it('writes channel after channel', () => {
    expect(rounded(pixelsToTensor(rgb, square, plain))).toEqual([1, 2, 3, 4, 10, 20, 30, 40, 20, 40, 60, 80])
  })

  it('writes pixel after pixel, blue first, when the model wants that', () => {
    const image: ImageInput = { ...plain, layout: 'nhwc', channels: 'bgr' }
    expect(rounded(pixelsToTensor(rgb, square, image))).toEqual([20, 10, 1, 40, 20, 2, 60, 30, 3, 80, 40, 4])
  })

  it('takes the middle of a picture that is larger than the frame', () => {
    const wide = { to: { widthPx: 4, heightPx: 2 }, offsetLeftPx: 1, offsetTopPx: 0 }
    const picture = Uint8Array.from([9, 1, 2, 9, 9, 3, 4, 9].flatMap((red) => [red, 0, 0]))
    expect(rounded(pixelsToTensor(picture, wide, plain)).slice(0, 4)).toEqual([1, 2, 3, 4])
  })

  it('pads a picture that is smaller than the frame with black, not with zeros of the tensor', () => {
    const narrow = { to: { widthPx: 1, heightPx: 2 }, offsetLeftPx: -1, offsetTopPx: 0 }
    const image: ImageInput = { ...plain, mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] }
    const picture = Uint8Array.from([255, 255, 255, 255, 255, 255])
    expect(rounded(pixelsToTensor(picture, narrow, image)).slice(0, 4)).toEqual([-1, 1, -1, 1])
  })

  it("is the starter's (x - 127) / 128", () => {
    const [mean, std] = [127 / 255, 128 / 255]
    const image: ImageInput = { ...plain, mean: [mean, mean, mean], std: [std, std, std] }
    expect(pixelsToTensor(rgb, square, image)[3]).toBeCloseTo((4 - 127) / 128, 6)
  })

  it('refuses bytes that are another picture', () => {
    expect(() => pixelsToTensor(rgb.subarray(3), square, plain)).toThrow(RangeError)
  })
})
