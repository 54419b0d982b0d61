import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { z } from 'zod'
import type { WinnowBridge } from '../contract/bridge-transport.ts'
import type { Port } from '../contract/port.ts'
import { portTransport } from '../contract/port-transport.ts'
import { menuCommands, windowChannels } from '../contract/window-channels.ts'

// All that the page gets from Electron. It stays this short: everything else is a call to the library.

// The page's Content-Security-Policy forbids the code that zod would otherwise make from strings.
z.config({ jitless: true })

const transport = portTransport()
const folderPathsSchema = z.array(z.string())
const menuCommandSchema = z.enum(menuCommands)

ipcRenderer.on(windowChannels.port, ({ ports: [port] }) => {
  if (port !== undefined) transport.connect(pagePort(port))
})
ipcRenderer.send(windowChannels.connect)

const bridge: WinnowBridge = {
  call(name, input) {
    const controller = new AbortController()
    return { reply: transport.call(name, input, controller.signal), cancel: () => controller.abort() }
  },
  subscribe: (listener) => transport.subscribe(listener),
  folderDialog: async () => folderPathsSchema.parse(await ipcRenderer.invoke(windowChannels.folderDialog)),
  onMenuCommand(listener) {
    const hear = (_event: unknown, command: unknown): void => listener(menuCommandSchema.parse(command))
    ipcRenderer.on(windowChannels.menuCommand, hear)
    return () => ipcRenderer.off(windowChannels.menuCommand, hear)
  },
  pathsOfDrop: (files) => files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== ''),
  platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
}
contextBridge.exposeInMainWorld('winnow', bridge)

/** A port of the browser engine's own channel. */
function pagePort(port: MessagePort): Port {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.addEventListener('message', ({ data }) => listener(data))
      port.start()
    },
    onClose: (listener) => port.addEventListener('close', listener),
  }
}
