/** Mean of the precision at each relevant item, best score first. NaN when nothing is relevant. */
export function averagePrecision(scores: ArrayLike<number>, isRelevant: readonly boolean[]): number {
  const order = isRelevant.map((_, i) => i).toSorted((a, b) => scores[b]! - scores[a]!)
  let found = 0
  let sum = 0
  order.forEach((item, i) => {
    if (isRelevant[item]!) sum += ++found / (i + 1)
  })
  return sum / found
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

export function indexOfMax(values: ArrayLike<number>): number {
  let best = 0
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i
  return best
}

/** How many are above `value`: the rank, from 0, of something that scores it. */
export function countAbove(values: ArrayLike<number>, value: number): number {
  let count = 0
  for (let i = 0; i < values.length; i++) if (values[i]! > value) count++
  return count
}
