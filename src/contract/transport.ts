import type { ErrorShape } from './error.ts'

export type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: ErrorShape }

/** All that a way between two processes must be able to do. */
export interface Transport {
  /** Never rejects: a failure is a reply. Aborting `signal` asks the other side to stop and resolves as `cancelled`. */
  call(name: string, input: unknown, signal?: AbortSignal): Promise<Reply>
  /** Events announce facts; returns the function that stops listening. */
  subscribe(listener: (name: string, payload: unknown) => void): () => void
}
