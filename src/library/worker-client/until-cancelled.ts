/** Passes on what comes. When the signal aborts or the reader leaves, the worker drops what it has not begun. */
export async function* untilCancelled<T>(
  channel: AsyncIterable<T>,
  cancel: () => void,
  signal: AbortSignal | undefined,
): AsyncGenerator<T> {
  signal?.addEventListener('abort', cancel)
  if (signal?.aborted === true) cancel()
  let isDone = false
  try {
    yield* channel
    isDone = true
  } finally {
    signal?.removeEventListener('abort', cancel)
    if (!isDone) cancel()
  }
}
