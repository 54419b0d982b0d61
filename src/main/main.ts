import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { BrowserWindow } from 'electron'
import { app, dialog, Menu, nativeTheme, powerMonitor, session, shell } from 'electron'
import { api } from '../contract/api.ts'
import { createClient, subscribeToEvents } from '../contract/client.ts'
import type { ErrorShape } from '../contract/error.ts'
import { portTransport } from '../contract/port-transport.ts'
import { type MenuCommand, windowChannels } from '../contract/window-channels.ts'
import { chosenDataDir } from '../platform/chosen-data-dir.ts'
import { dataPaths } from '../platform/data-paths.ts'
import { readInterfaceFiles } from '../platform/interface-files.ts'
import { fileLogger } from '../platform/logger.ts'
import { thisMachine } from '../platform/this-machine.ts'
import { menuTemplate } from './app-menu.ts'
import { registerAppScheme, serveAppScheme } from './app-scheme.ts'
import { chooseFolders } from './choose-folders.ts'
import { confineContents } from './confine-contents.ts'
import { confineSession } from './confine-session.ts'
import { electronPort } from './electron-port.ts'
import type { LibraryHost } from './library-host.ts'
import { startLibraryHost } from './library-host.ts'
import { openWindow } from './open-window.ts'
import { reviveContents } from './revive-contents.ts'
import { servePages } from './serve-pages.ts'

// The entry of Electron: starts the library's process, opens the window, and passes messages.

/** Tells scripts/start.mjs that Winnow could not start, not Electron: the browser app would fail as well. */
const ownFailure = 2

const rootDir = resolve(import.meta.dirname, '../..')
const flags = parseArgs({
  args: process.argv.slice(1),
  // Electron's own switches are among them.
  strict: false,
  options: {
    data: { type: 'string' },
    'worker-in-utility-process': { type: 'boolean' },
    'worker-file': { type: 'string' },
  },
}).values
const { dataDir, cacheDir } = dataPaths(
  thisMachine(),
  chosenDataDir(typeof flags.data === 'string' ? flags.data : undefined, process.env),
)
const log = fileLogger(dataDir, 'main')
let window: BrowserWindow | undefined

function showWindow(): void {
  window = openWindow({
    preloadFile: join(rootDir, 'out/preload/preload.cjs'),
    stateFile: join(dataDir, 'window.json'),
  })
  reviveContents(window.webContents, log)
  window.on('closed', () => {
    window = undefined
  })
}

/** Hands a command of the menu to the page, which knows what it is about. */
function tellPage(command: MenuCommand): void {
  window?.webContents.send(windowChannels.menuCommand, command)
}

function failed(error: ErrorShape): void {
  log('error', error.message, error)
  dialog.showErrorBox('Winnow can’t open its library', error.message)
  app.exit(ownFailure)
}

function logFailure(error: unknown): void {
  log('warn', 'The library did not answer main', error)
}

/** Main is a client of the library like the page: for the theme and the menu. */
function followLibrary(library: LibraryHost): void {
  const transport = portTransport()
  const client = createClient(api, transport)
  library.connect((port) => transport.connect(electronPort(port)))

  const followTheme = async (): Promise<void> => {
    nativeTheme.themeSource = (await client['settings.get']({})).theme
  }
  const addFolder = async (): Promise<void> => {
    if (window === undefined) return
    const paths = await chooseFolders(window)
    if (paths.length > 0) await client['folders.add']({ paths: [...paths] })
  }
  subscribeToEvents(transport, ({ name }) => {
    if (name === 'settings.changed' || name === 'reconnected') followTheme().catch(logFailure)
  })
  followTheme().catch(logFailure)
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate(process.platform, {
        addFolder: () => void addFolder().catch(logFailure),
        sortFiles: () => tellPage('sort-files'),
        showLog: () => shell.showItemInFolder(join(dataDir, 'winnow.log')),
      }),
    ),
  )
}

/** Linux tells by files, which the library process reads itself. */
function followPower(library: LibraryHost): void {
  if (process.platform === 'linux') return
  library.power(powerMonitor.isOnBatteryPower())
  powerMonitor.on('on-battery', () => library.power(true))
  powerMonitor.on('on-ac', () => library.power(false))
}

/** Another one than Winnow's own takes a developer to say so: tests start one that fails in ways that no hardware at hand does. */
function workerFile(): string {
  const file = flags['worker-file']
  return typeof file === 'string' ? resolve(file) : join(rootDir, 'out/main/worker.js')
}

async function run(): Promise<void> {
  await app.whenReady()
  const library = startLibraryHost({
    libraryFile: join(rootDir, 'out/main/library-process.js'),
    open: {
      type: 'open',
      paths: { dataDir, cacheDir, modelsDir: join(rootDir, 'models') },
      workerFile: workerFile(),
      workerInUtilityProcess: process.platform !== 'linux' || flags['worker-in-utility-process'] === true,
    },
    reveal: (path) => shell.showItemInFolder(path),
    trash: (path) => shell.trashItem(path),
    resolveProxy: (url) => session.defaultSession.resolveProxy(url),
    onFailed: failed,
    log,
  })
  confineSession(session.defaultSession, (address) => log('warn', 'Blocked a request that is not local', { address }))
  serveAppScheme(session.defaultSession, {
    files: await readInterfaceFiles(join(rootDir, 'out/renderer')),
    serveMedia: (request) => library.serveMedia(request),
  })
  servePages(library, () => window, log)
  followLibrary(library)
  followPower(library)
  showWindow()

  app.on('activate', () => {
    if (window === undefined) showWindow()
  })
  app.on('second-instance', () => {
    if (window === undefined) showWindow()
    else if (window.isMinimized()) window.restore()
    window?.focus()
  })
  let state: 'open' | 'closing' | 'closed' = 'open'
  app.on('before-quit', (event) => {
    if (state === 'closed') return
    event.preventDefault()
    if (state === 'closing') return
    state = 'closing'
    void library.close().finally(() => {
      state = 'closed'
      app.quit()
    })
  })
}

app.setName('Winnow')
app.setPath('userData', join(dataDir, 'window'))
// Windows ask for the sandbox themselves; this makes it a rule. Root has none (scripts/start.mjs says so then).
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerAppScheme()
app.on('web-contents-created', (_event, contents) => confineContents(contents))
app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit()
})
// Two windows over one library are one window: the second start shows the first.
if (app.requestSingleInstanceLock()) {
  run().catch((error: unknown) => {
    log('error', 'Winnow could not start', error)
    app.exit(ownFailure)
  })
} else app.quit()
