/** Runs what changes the library one after the other: two undos at once must not both take the same step. */
export type OneAtATime = <T>(work: () => T | Promise<T>) => Promise<T>

export function createOneAtATime(): OneAtATime {
  let last: Promise<unknown> = Promise.resolve()
  return async (work) => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return await mine
  }
}
