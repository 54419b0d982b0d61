import { BrowserWindow, nativeTheme, screen } from 'electron'
import { appUrl, isAppUrl } from './app-url.ts'
import { readWindowState, smallestWindow, windowBounds, writeWindowState } from './window-state.ts'

export interface WindowOptions {
  readonly preloadFile: string
  /** Where the window's place is kept. */
  readonly stateFile: string
}

/** The first colour on screen, before the page has painted: that of ui.md's two themes. */
const paper = '#fbfbfa'
const dark = '#161616'

/** Opens the window where it was last time. It appears when there is something to see. */
export function openWindow({ preloadFile, stateFile }: WindowOptions): BrowserWindow {
  const saved = readWindowState(stateFile)
  const displays = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()]
  const window = new BrowserWindow({
    ...windowBounds(
      saved?.bounds,
      displays.map(({ workArea }) => workArea),
    ),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Winnow',
    backgroundColor: nativeTheme.shouldUseDarkColors ? dark : paper,
    webPreferences: {
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
  if (saved?.maximized === true) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    writeWindowState(stateFile, { bounds: window.getNormalBounds(), maximized: window.isMaximized() })
  })
  // The engine asks nobody before it goes to about:blank.
  window.webContents.on('did-navigate', (_event, address) => {
    if (!isAppUrl(address)) void window.loadURL(appUrl)
  })
  void window.loadURL(appUrl)
  return window
}
