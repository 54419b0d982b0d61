import type { AsyncSubscription, BackendType, Event } from '@parcel/watcher'
import { subscribe } from '@parcel/watcher'

export interface WatchFolderOptions {
  /** Absolute, without links. */
  readonly root: string
  /** Paths below the root that are not watched. */
  readonly ignore: readonly string[]
  /** What has changed since the last call, gathered until it is quiet for a moment. */
  readonly onChanges: (changes: readonly Event[]) => void
  /** The watch is broken, and some changes may have been missed. */
  readonly onFailure: (error: Error) => void
}

/** Copying a card of photos is one event after the other: it is looked at when it pauses, and at times anyway. */
const quietMs = 300
const longestWaitMs = 2000

/** Named, so that no other program on the computer (Watchman) is ever started for it. */
const backends: Partial<Record<NodeJS.Platform, BackendType>> = {
  linux: 'inotify',
  darwin: 'fs-events',
  win32: 'windows',
}

const passedBy = [
  '**/.*/**',
  '**/@eaDir/**',
  '**/node_modules/**',
  '**/$RECYCLE.BIN/**',
  '**/*.photoslibrary/**',
  '**/*.lrdata/**',
]

/**
 * Watches a folder and all below it.
 * @returns the function that ends the watch
 * @throws when the system can't watch it (too many folders, a network drive)
 */
export async function watchFolder(options: WatchFolderOptions): Promise<() => Promise<void>> {
  let changes: Event[] = []
  let timer: NodeJS.Timeout | undefined
  let firstAtMs = 0

  const tell = (): void => {
    timer = undefined
    const told = changes
    changes = []
    options.onChanges(told)
  }

  const take = (error: Error | null, events: readonly Event[]): void => {
    if (error !== null) {
      options.onFailure(error)
      return
    }
    if (changes.length === 0) firstAtMs = performance.now()
    // `push(...events)` would put a whole card of photos on the stack.
    for (const event of events) changes.push(event)
    clearTimeout(timer)
    const waitedMs = performance.now() - firstAtMs
    timer = setTimeout(tell, Math.max(0, Math.min(quietMs, longestWaitMs - waitedMs)))
  }

  const backend = backends[process.platform]
  const ignore = [...passedBy, ...options.ignore]
  const subscription: AsyncSubscription = await subscribe(
    options.root,
    take,
    backend === undefined ? { ignore } : { ignore, backend },
  )
  return async () => {
    clearTimeout(timer)
    await subscription.unsubscribe()
  }
}
