import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { answerFolderDialog, launchElectron } from './launch-electron.ts'
import { startWebApp } from './start-web-app.ts'

/** Winnow as a test drives it, the same in a browser tab and in Electron. */
export interface RunningApp {
  readonly host: 'browser' | 'electron'
  /** Another one after `restart`. */
  readonly page: Page
  /** What the folder dialog will answer. Only Electron has one; in the browser the path is typed. */
  chooseFolders(paths: readonly string[]): Promise<void>
  /** Addresses asked for that are not Winnow's own. There must never be any; the fixture sees to that. */
  foreignRequests(): Promise<readonly string[]>
  /** Closes Winnow and opens it again with the same library. */
  restart(): Promise<void>
  /** The same, but without a chance to tidy up first. */
  crashAndRestart(): Promise<void>
  close(): Promise<void>
}

/** More switches of the host, and more in its environment. */
export interface StartOptions {
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** Opens Winnow in a tab of `browser`. */
export async function openInTab(browser: Browser, dataDir: string, how: StartOptions = {}): Promise<RunningApp> {
  const foreign: string[] = []
  const open = async (): Promise<{
    context: BrowserContext
    page: Page
    web: Awaited<ReturnType<typeof startWebApp>>
  }> => {
    const web = await startWebApp({ dataDir, ...how })
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    const page = await context.newPage()
    // Winnow's own page only: a test may open another site's page beside it.
    page.on('request', (request) => {
      const url = new URL(request.url())
      if (url.protocol !== 'blob:' && url.origin !== web.origin) foreign.push(request.url())
    })
    await page.goto(web.address)
    return { context, page, web }
  }
  let opened = await open()
  const restart = async (end: (web: typeof opened.web) => Promise<unknown>): Promise<void> => {
    await opened.context.close()
    await end(opened.web)
    opened = await open()
  }
  return {
    host: 'browser',
    get page() {
      return opened.page
    },
    chooseFolders: async () => {},
    foreignRequests: async () => foreign,
    restart: () => restart((web) => web.stop()),
    crashAndRestart: () => restart((web) => web.kill()),
    close: async () => {
      await opened.context.close()
      await opened.web.stop()
    },
  }
}

/** Opens Winnow in Electron. */
export async function openInElectron(dataDir: string, how: StartOptions = {}): Promise<RunningApp> {
  let opened = await launchElectron({ dataDir, ...how })
  return {
    host: 'electron',
    get page() {
      return opened.page
    },
    chooseFolders: (paths) => answerFolderDialog(opened.electron, paths),
    // Main blocks and logs them (src/main/confine-session.ts).
    foreignRequests: async () =>
      (await readFile(join(dataDir, 'winnow.log'), 'utf8').catch(() => ''))
        .split('\n')
        .filter((line) => line.includes('Blocked a request')),
    restart: async () => {
      await opened.electron.close()
      opened = await launchElectron({ dataDir, ...how })
    },
    crashAndRestart: async () => {
      const child = opened.electron.process()
      const exited = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await exited
      opened = await launchElectron({ dataDir, ...how })
    },
    close: () => opened.electron.close(),
  }
}
