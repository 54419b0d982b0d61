/** What keeps work in the background from going on for a while: a test of the hardware, the battery. */
export interface Hold {
  /** Why it waits, as a sentence for the person; null: it may go on. */
  reason(): string | null
  /** @returns what ends it */
  add(reason: string): () => void
  /** Calls it when `reason` is another. */
  onChanged(listener: () => void): void
}

export function createHold(): Hold {
  const reasons = new Set<{ readonly reason: string }>()
  const listeners: (() => void)[] = []
  const first = (): string | null => reasons.values().next().value?.reason ?? null

  const change = (what: () => void): void => {
    const before = first()
    what()
    if (first() !== before) for (const listener of listeners) listener()
  }
  return {
    reason: first,
    add(reason) {
      const held = { reason }
      change(() => reasons.add(held))
      return () => change(() => reasons.delete(held))
    },
    onChanged: (listener) => void listeners.push(listener),
  }
}
