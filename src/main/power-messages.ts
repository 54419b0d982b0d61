/** What main has told the library process of the machine's power (macOS, Windows; Linux tells by files). */
export interface PowerMessages {
  isOnBattery(): boolean | null
  /** @returns what ends it */
  onChanged(listener: () => void): () => void
  /** Main says how it is now. */
  told(isOnBattery: boolean): void
}

export function powerMessages(): PowerMessages {
  const listeners = new Set<() => void>()
  let last: boolean | null = null
  return {
    isOnBattery: () => last,
    onChanged(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    told(isOnBattery) {
      if (isOnBattery === last) return
      last = isOnBattery
      for (const listener of listeners) listener()
    },
  }
}
