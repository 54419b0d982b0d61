import type { ElectronApplication, Page } from '@playwright/test'
import { _electron } from '@playwright/test'
import { findElectron } from './find-electron.ts'
import { rootDir } from './root-dir.ts'

export interface ElectronApp {
  readonly electron: ElectronApplication
  readonly page: Page
}

/** Starts the built app in Electron and waits for its window. */
export async function launchElectron(options: {
  readonly dataDir: string
  /** More switches of src/main/main.ts. */
  readonly args?: readonly string[]
  /** Beside those of the test's own process. */
  readonly env?: Readonly<Record<string, string>>
}): Promise<ElectronApp> {
  const found = findElectron()
  if ('missing' in found) throw new Error(found.missing)
  const sandbox = process.platform === 'linux' ? ['--no-sandbox'] : []
  const electron = await _electron.launch({
    executablePath: found.executablePath,
    args: [...sandbox, rootDir, '--data', options.dataDir, ...(options.args ?? [])],
    cwd: rootDir,
    env: { ...definedIn(process.env), ...options.env },
  })
  const page = await electron.firstWindow()
  await page.waitForLoadState('domcontentloaded')
  return { electron, page }
}

function definedIn(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))
}

/** Makes the next folder dialogs answer with these paths, as if the person had chosen them. */
export async function answerFolderDialog(electron: ElectronApplication, paths: readonly string[]): Promise<void> {
  await electron.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths: [...filePaths] })
  }, paths)
}
