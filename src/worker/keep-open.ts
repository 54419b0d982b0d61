/** Something that takes long to open and much memory, and is wanted now and then. */
export interface KeptOpen<T> {
  /** Opens it where it is closed, and runs `use` on it; it is not closed meanwhile. */
  use<R>(use: (opened: T) => Promise<R>): Promise<R>
  /** Closes it now, or as soon as nobody uses it. */
  close(): Promise<void>
}

/** @param idleMs closed when nobody has used it for so long */
export function keepOpen<T>(options: {
  readonly open: () => Promise<T>
  readonly close: (opened: T) => Promise<void>
  readonly idleMs: number
}): KeptOpen<T> {
  let opened: Promise<T> | undefined
  let users = 0
  let mustClose = false
  let timer: NodeJS.Timeout | undefined

  async function closeNow(): Promise<void> {
    clearTimeout(timer)
    mustClose = false
    const closing = opened
    opened = undefined
    // What could not be opened needs no closing; whoever opened it was told.
    const value = await closing?.catch(() => undefined)
    if (value !== undefined) await options.close(value)
  }

  return {
    async use(use) {
      clearTimeout(timer)
      users++
      try {
        opened ??= options.open()
        return await use(await opened)
      } catch (error) {
        await opened?.catch(() => (opened = undefined))
        throw error
      } finally {
        users--
        if (users === 0 && mustClose) await closeNow()
        else if (users === 0) timer = setTimeout(() => void closeNow(), options.idleMs).unref()
      }
    },
    async close() {
      if (users > 0) mustClose = true
      else await closeNow()
    },
  }
}
