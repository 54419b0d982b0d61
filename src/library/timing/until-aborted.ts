import { WinnowError } from '../../contract/error.ts'

export function cancelledError(): WinnowError {
  return new WinnowError('cancelled', 'This was stopped.')
}

/** Settles like `promise`, or rejects with `cancelled` as soon as the signal aborts. */
export async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return await promise
  if (signal.aborted) {
    // Nobody waits for it any more; what becomes of it must not end the process as an unhandled rejection.
    promise.catch(() => undefined)
    throw cancelledError()
  }
  const aborted = Promise.withResolvers<never>()
  const onAbort = (): void => aborted.reject(cancelledError())
  signal.addEventListener('abort', onAbort)
  try {
    return await Promise.race([promise, aborted.promise])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
