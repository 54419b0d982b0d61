import type { MenuItemConstructorOptions } from 'electron'

export interface MenuActions {
  readonly addFolder: () => void
  readonly sortFiles: () => void
  readonly showLog: () => void
}

/**
 * The menu with the roles each system expects. Keys that the interface has a meaning of its own for (undo and redo of
 * decisions, all photos, larger photos) are left to it: outside macOS the menu shows them and doesn't register them, and
 * on macOS the page is asked first.
 */
export function menuTemplate(platform: NodeJS.Platform, actions: MenuActions): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin'
  const leftToPage = { registerAccelerator: false } as const
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        { label: 'Add folder…', accelerator: 'CmdOrCtrl+O', click: actions.addFolder, ...leftToPage },
        { label: 'Sort files…', click: actions.sortFiles },
        { type: 'separator' },
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        { role: 'undo', ...leftToPage },
        { role: 'redo', ...leftToPage },
        { type: 'separator' },
        { role: 'cut', ...leftToPage },
        { role: 'copy', ...leftToPage },
        { role: 'paste', ...leftToPage },
        { role: 'selectAll', ...leftToPage },
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom', ...leftToPage },
        { role: 'zoomIn', ...leftToPage },
        { role: 'zoomOut', ...leftToPage },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        { role: 'toggleDevTools' },
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: [{ label: 'Show log', click: actions.showLog }] },
  ]
}
