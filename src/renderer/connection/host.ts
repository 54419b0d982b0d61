import type { WinnowBridge } from '../../contract/bridge-transport.ts'

declare global {
  interface Window {
    readonly winnow?: WinnowBridge
  }
}

/** What Electron's preload adds to the window; absent in a browser tab. */
export const bridge: WinnowBridge | undefined = window.winnow
