/** Numbers that are normally distributed, the same for the same seed (Box and Muller 1958 on Lehmer's generator). */
export function seededNormal(seed: number): () => number {
  let state = seed
  const next = (): number => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  return () => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next())
}
