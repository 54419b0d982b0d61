/** Messages from callbacks, read with `for await`. Ends after `end`; `fail` makes the reader throw. Holds what is not read yet. */
export interface MessageChannel<T> extends AsyncIterable<T> {
  push(message: T): void
  end(): void
  fail(error: unknown): void
}

export function createMessageChannel<T>(): MessageChannel<T> {
  const waiting: T[] = []
  let ended = false
  let failure: { readonly error: unknown } | undefined
  let wake: (() => void) | undefined

  return {
    push(message) {
      waiting.push(message)
      wake?.()
    },
    end() {
      ended = true
      wake?.()
    },
    fail(error) {
      failure ??= { error }
      wake?.()
    },
    async *[Symbol.asyncIterator]() {
      while (true) {
        // Taken out in one piece: `shift` on a long array costs its length.
        for (const message of waiting.splice(0)) yield message
        if (waiting.length > 0) continue
        if (failure !== undefined) throw failure.error
        if (ended) return
        const { promise, resolve } = Promise.withResolvers<void>()
        wake = resolve
        await promise
      }
    },
  }
}
