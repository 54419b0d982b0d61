/** By UTF-16 units: the same everywhere and in every language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Paths with `/` between names: a folder comes right before what is in it. */
export function comparePaths(a: string, b: string): number {
  return compareText(a.replaceAll('/', '\0'), b.replaceAll('/', '\0'))
}
