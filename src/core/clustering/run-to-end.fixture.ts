/** What work that pauses now and then comes to in the end, and how often it paused. */
export function runToEnd<T>(work: Generator<undefined, T>): { readonly result: T; readonly pauseCount: number } {
  for (let pauseCount = 0; ; pauseCount++) {
    const step = work.next()
    if (step.done === true) return { result: step.value, pauseCount }
  }
}
