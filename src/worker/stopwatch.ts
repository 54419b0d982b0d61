/** @returns a function that answers the milliseconds since it was last called, or since it was made */
export function stopwatch(): () => number {
  let last = performance.now()
  return () => {
    const before = last
    last = performance.now()
    return last - before
  }
}
