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
  /** Closes Winnow and opens it again with the same library. */
  restart(): Promise<void>
  /** The same, but without a chance to tidy up first. */
  crashAndRestart(): Promise<void>
  close(): Promise<void>
}

/** Opens Winnow in a tab of `browser`. */
export async function openInTab(browser: Browser, dataDir: string): Promise<RunningApp> {
  const open = async (): Promise<{
    context: BrowserContext
    page: Page
    web: Awaited<ReturnType<typeof startWebApp>>
  }> => {
    const web = await startWebApp({ dataDir })
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    const page = await context.newPage()
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
    restart: () => restart((web) => web.stop()),
    crashAndRestart: () => restart((web) => web.kill()),
    close: async () => {
      await opened.context.close()
      await opened.web.stop()
    },
  }
}

/** Opens Winnow in Electron. */
export async function openInElectron(dataDir: string): Promise<RunningApp> {
  let opened = await launchElectron({ dataDir })
  return {
    host: 'electron',
    get page() {
      return opened.page
    },
    chooseFolders: (paths) => answerFolderDialog(opened.electron, paths),
    restart: async () => {
      await opened.electron.close()
      opened = await launchElectron({ dataDir })
    },
    crashAndRestart: async () => {
      const child = opened.electron.process()
      const exited = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await exited
      opened = await launchElectron({ dataDir })
    },
    close: () => opened.electron.close(),
  }
}
