/**
 * Pictures that a provider is tested with, as numbers an image encoder takes: waves of other length and direction in each,
 * so that its vectors differ and no kernel is fed with zeros. The same on every machine but for the last digits of a sine.
 * @param length of one picture, all channels
 * @param width of a line, so that waves are two-dimensional
 * @returns numbers from -2 to 2, about what mean and deviation leave of pixels
 */
export function drawProbePictures(count: number, length: number, width: number): readonly Float32Array[] {
  return Array.from({ length: count }, (_, picture) => {
    const across = 0.01 + 0.013 * picture
    const down = 0.11 / (1 + picture)
    const drawn = new Float32Array(length)
    for (let i = 0; i < length; i++) {
      drawn[i] = Math.sin((i % width) * across) + Math.cos(Math.floor(i / width) * down)
    }
    return drawn
  })
}
