import type { Port } from '../contract/port.ts'

/**
 * The way to the library, whichever process this is: a child of plain Node has an IPC channel; a utility process of
 * Electron is handed a port with its first message.
 */
export async function libraryPort(): Promise<Port> {
  return process.send === undefined ? electronPort() : nodePort()
}

function nodePort(): Port {
  return {
    post: (message) => {
      // The callback takes the error of a channel that closes meanwhile; `onClose` tells of it.
      if (process.connected) process.send?.(message, undefined, undefined, () => undefined)
    },
    onMessage: (listener) => process.on('message', listener),
    onClose: (listener) => process.once('disconnect', listener),
  }
}

async function electronPort(): Promise<Port> {
  const port = await new Promise<Electron.MessagePortMain>((resolve, reject) => {
    process.parentPort.once('message', ({ ports: [first] }) => {
      if (first === undefined) reject(new Error('The first message to the worker must bring a port'))
      else resolve(first)
    })
  })
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', ({ data }) => listener(data))
      port.start()
    },
    onClose: (listener) => port.once('close', listener),
  }
}
