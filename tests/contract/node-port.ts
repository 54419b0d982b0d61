import type { MessagePort } from 'node:worker_threads'
import type { Port } from '../../src/contract/port.ts'

/** A port of Node's own channel. */
export function nodePort(port: MessagePort): Port {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', listener),
    onClose: (listener) => port.once('close', listener),
  }
}
