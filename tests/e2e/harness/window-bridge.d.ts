import type { WinnowBridge } from '../../../src/contract/bridge-transport.ts'

// For what tests run inside the page of the Electron window.
declare global {
  interface Window {
    readonly winnow?: WinnowBridge
  }
}
