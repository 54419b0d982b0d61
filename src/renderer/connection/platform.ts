import { bridge } from './host.ts'

/** Whether this is a Mac, where Command does what Ctrl does elsewhere. */
export const isMac: boolean =
  bridge === undefined ? /Mac|iPhone|iPad/.test(navigator.userAgent) : bridge.platform === 'darwin'
