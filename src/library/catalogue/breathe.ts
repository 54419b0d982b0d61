import { setImmediate } from 'node:timers/promises'

/** Lets calls that wait be answered between two slices of long work. Throws the signal's reason when it is aborted. */
export async function breathe(signal?: AbortSignal): Promise<void> {
  await setImmediate()
  signal?.throwIfAborted()
}
