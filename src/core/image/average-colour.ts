/**
 * Mean colour of a picture as 0xRRGGBB, for its placeholder. Taken of the stored sRGB values, not of linear light: it must
 * look like a blurred thumbnail, and browsers blur the same way.
 * @param rgb 3 bytes a pixel, at least one pixel
 */
export function averageColour(rgb: Uint8Array): number {
  let [red, green, blue] = [0, 0, 0]
  for (let i = 0; i + 2 < rgb.length; i += 3) {
    red += rgb[i]!
    green += rgb[i + 1]!
    blue += rgb[i + 2]!
  }
  const pixels = Math.floor(rgb.length / 3)
  return (Math.round(red / pixels) << 16) | (Math.round(green / pixels) << 8) | Math.round(blue / pixels)
}
