import type { Dispatch } from './dispatch.ts'
import { cancelled } from './dispatch.ts'
import type { Reply, Transport } from './transport.ts'

/**
 * A library in this very process as a transport: what the terminal and the tests use, and what the servers of the other
 * transports (`servePort`, the web host) pass calls on to.
 */
export function inProcessTransport(
  dispatch: Dispatch,
  onEvent: (listener: (name: string, payload: unknown) => void) => () => void,
): Transport {
  return {
    call: async (name, input, signal = new AbortController().signal) =>
      await untilAborted(dispatch(name, input, signal), signal),
    subscribe: onEvent,
  }
}

/** The reply, or `cancelled` at once when the signal is aborted first: the caller need not wait for the work to stop. */
export async function untilAborted(reply: Promise<Reply>, signal: AbortSignal): Promise<Reply> {
  if (signal.aborted) return cancelled()
  let onAbort: (() => void) | undefined
  const aborted = new Promise<Reply>((resolve) => {
    onAbort = () => resolve(cancelled())
    signal.addEventListener('abort', onAbort)
  })
  try {
    return await Promise.race([reply, aborted])
  } finally {
    if (onAbort !== undefined) signal.removeEventListener('abort', onAbort)
  }
}
