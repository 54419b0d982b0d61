/** Longest name of a category (contract/categories.ts). */
const longest = 80

/** The name itself where it is free, else the first of "Beach 2", "Beach 3" … that is. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(name)) return name
  for (let number = 2; ; number++) {
    const end = ` ${number}`
    const candidate = `${[...name]
      .slice(0, longest - end.length)
      .join('')
      .trimEnd()}${end}`
    if (!isTaken(candidate)) return candidate
  }
}
