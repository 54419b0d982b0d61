import type { ApiHandlers } from '../contract/api.ts'
import type { EventName, Events } from '../contract/events.ts'

/** The open back end, the same for every host. */
export interface Library {
  readonly handlers: ApiHandlers
  /** Returns the function that stops listening. */
  onEvent(listener: <N extends EventName>(name: N, payload: Events[N]) => void): () => void
  /** Answers `/media/thumb/<photoId>` and `/media/full/<photoId>`; anything else is 404. Same for `app://` and HTTP. */
  serveMedia(request: Request): Promise<Response>
  /**
   * Begins scanning, watching and indexing in the background. With `afterFirstSight`, a window is about to ask for photos,
   * and gets them before that.
   */
  start(options?: { readonly afterFirstSight?: boolean }): void
  /** Resolves when nothing is left to do or the signal aborts; for the terminal. */
  settled(signal?: AbortSignal): Promise<void>
  close(): Promise<void>
}
