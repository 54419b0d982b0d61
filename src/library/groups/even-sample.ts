/** At most `most` of the items, at even distances, so that no stretch of time or folder is missed. */
export function evenSample<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items
  return Array.from({ length: most }, (_, i) => items[Math.floor((i * items.length) / most)]!)
}
