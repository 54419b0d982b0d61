import type { MessagePortMain } from 'electron'
import type { Port } from '../contract/port.ts'

/** A port of Electron's main and utility processes. Messages that came before are delivered now. */
export function electronPort(port: MessagePortMain): Port {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', ({ data }) => listener(data))
      port.start()
    },
    onClose: (listener) => port.once('close', listener),
  }
}
