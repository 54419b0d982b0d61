/**
 * Billions of operations a photo that take a vision transformer as long as the starter takes. Measured on 2 cores, fours: the starter 23 ms
 * a photo, a CLIP ViT-B/32 of 8.82 billion 72 ms.
 */
const starterGflops = 2.8

/**
 * Photos a second that a model can be expected to reach here, from how much it computes; null where it can't be told.
 * @param starterSpeed of the built-in model, measured on this computer
 */
export function expectedSpeed(starterSpeed: number | null, imageGflops: number | null): number | null {
  if (starterSpeed === null || imageGflops === null) return null
  return (starterSpeed * starterGflops) / imageGflops
}
