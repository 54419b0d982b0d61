import type { Transport } from '../../contract/transport.ts'

/** What Electron's preload adds to the window; absent in a browser tab. */
export interface WinnowBridge extends Transport {
  readonly platform: string
  /** Opens the system's folder dialog; the chosen paths, or none. */
  folderDialog(): Promise<readonly string[]>
  /** Paths of dropped files and folders. */
  pathsOfDrop(files: readonly File[]): readonly string[]
}

declare global {
  interface Window {
    readonly winnow?: WinnowBridge
  }
}

export const bridge: WinnowBridge | undefined = window.winnow
