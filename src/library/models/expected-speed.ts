/**
 * Billions of operations a photo that would take a vision transformer as long as the starter takes. The starter computes less,
 * but its small convolutions keep a processor less busy.
 */
const starterGflops = 5.5

/**
 * Photos a second that a model can be expected to reach here, from how much it computes; null where it can't be told.
 * @param starterSpeed of the built-in model, measured on this computer
 */
export function expectedSpeed(starterSpeed: number | null, imageGflops: number | null): number | null {
  if (starterSpeed === null || imageGflops === null) return null
  return (starterSpeed * starterGflops) / imageGflops
}
