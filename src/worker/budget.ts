/** Room for so many units at once; who asks for more waits, first come first served. */
export interface Budget {
  /** Runs `use` when there is room for `weight`. What alone exceeds the whole budget runs by itself. */
  spend<T>(weight: number, use: () => Promise<T>): Promise<T>
}

export function createBudget(capacity: number): Budget {
  const waiting: { readonly weight: number; readonly start: () => void }[] = []
  let spent = 0
  let running = 0

  const startNext = (): void => {
    for (let next = waiting[0]; next !== undefined && fits(next.weight); next = waiting[0]) {
      waiting.shift()
      spent += next.weight
      running++
      next.start()
    }
  }
  const fits = (weight: number): boolean => running === 0 || spent + weight <= capacity

  return {
    async spend(weight, use) {
      await new Promise<void>((start) => {
        waiting.push({ weight, start })
        startNext()
      })
      try {
        return await use()
      } finally {
        spent -= weight
        running--
        startNext()
      }
    },
  }
}
