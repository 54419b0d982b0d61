/** Wakes one loop that waits for something to do. Rings that come while nobody waits are remembered. */
export interface Bell {
  ring(): void
  /** Resolves at the next ring, or after `timeoutMs` where that is given. */
  wait(timeoutMs: number | null): Promise<void>
}

export function createBell(): Bell {
  let hasRung = false
  let wake: (() => void) | undefined

  return {
    ring() {
      hasRung = true
      wake?.()
    },
    async wait(timeoutMs) {
      if (!hasRung) {
        const { promise, resolve } = Promise.withResolvers<void>()
        wake = resolve
        const timer = timeoutMs === null ? undefined : setTimeout(resolve, timeoutMs)
        await promise
        clearTimeout(timer)
        wake = undefined
      }
      hasRung = false
    },
  }
}
