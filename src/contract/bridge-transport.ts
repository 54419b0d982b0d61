import { cancelled } from './dispatch.ts'
import type { Reply, Transport } from './transport.ts'
import type { MenuCommand } from './window-channels.ts'

/** What the preload script puts at `window.winnow`, and all that it does. Only plain data and functions cross this border. */
export interface WinnowBridge {
  /** An AbortSignal can't cross, so the call comes with a function that cancels it. */
  readonly call: (name: string, input: unknown) => { readonly reply: Promise<Reply>; readonly cancel: () => void }
  readonly subscribe: (listener: (name: string, payload: unknown) => void) => () => void
  /** Lets the person choose folders; [] when they think better of it. */
  readonly folderDialog: () => Promise<readonly string[]>
  /** Hears what is chosen in the window's menu. Returns the function that stops listening. */
  readonly onMenuCommand: (listener: (command: MenuCommand) => void) => () => void
  /** Full paths of dropped files and folders; what has none is left out. */
  readonly pathsOfDrop: (files: readonly File[]) => readonly string[]
  readonly platform: 'darwin' | 'win32' | 'linux'
}

/** The window's way to the library: `createClient(api, bridgeTransport(window.winnow))`. */
export function bridgeTransport(bridge: Pick<WinnowBridge, 'call' | 'subscribe'>): Transport {
  return {
    async call(name, input, signal) {
      if (signal?.aborted === true) return cancelled()
      const { reply, cancel } = bridge.call(name, input)
      signal?.addEventListener('abort', cancel)
      try {
        return await reply
      } finally {
        signal?.removeEventListener('abort', cancel)
      }
    },
    subscribe: bridge.subscribe,
  }
}
