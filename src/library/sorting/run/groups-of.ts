/** Rows of a journal by group; those of one group stand one after the other. */
export function groupsOf<T extends { readonly groupNumber: number }>(entries: readonly T[]): readonly (readonly T[])[] {
  const groups: T[][] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    if (last?.[0]?.groupNumber === entry.groupNumber) last.push(entry)
    else groups.push([entry])
  }
  return groups
}
