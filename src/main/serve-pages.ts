import type { BrowserWindow } from 'electron'
import { ipcMain } from 'electron'
import type { Log } from '../platform/logger.ts'
import { chooseFolders } from './choose-folders.ts'
import { windowChannels } from '../contract/window-channels.ts'
import type { LibraryHost } from './library-host.ts'
import type { IpcSender } from './trusted-sender.ts'
import { isTrustedSender } from './trusted-sender.ts'

/** Answers what the preload script may ask: a port to the library and the folder dialog. Anyone else gets nothing. */
export function servePages(library: LibraryHost, ownWindow: () => BrowserWindow | undefined, log: Log): void {
  const disconnects = new Map<number, () => void>()

  const isTrusted = (event: IpcSender, channel: string): boolean => {
    const window = ownWindow()
    const trusted = isTrustedSender(event, new Set(window === undefined ? [] : [window.webContents.id]))
    if (!trusted) log('warn', `Refused ${channel}`, { url: event.senderFrame?.url ?? null })
    return trusted
  }

  ipcMain.on(windowChannels.connect, (event) => {
    if (!isTrusted(event, windowChannels.connect)) return
    const contents = event.sender
    // A page that was reloaded asks again.
    disconnects.get(contents.id)?.()
    const disconnect = library.connect((port) => {
      if (contents.isDestroyed()) disconnect()
      else contents.postMessage(windowChannels.port, null, [port])
    })
    disconnects.set(contents.id, disconnect)
  })

  ipcMain.handle(windowChannels.folderDialog, async (event) => {
    const window = ownWindow()
    if (window === undefined || !isTrusted(event, windowChannels.folderDialog)) throw new Error('Not from here.')
    return await chooseFolders(window)
  })
}
