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
  readonly env?: Readonly<Record<string, string>>
}): Promise<ElectronApp> {
  const found = findElectron()
  if ('missing' in found) throw new Error(found.missing)
  const sandbox = process.platform === 'linux' ? ['--no-sandbox'] : []
  const electron = await _electron.launch({
    executablePath: found.executablePath,
    args: [...sandbox, rootDir, '--data', options.dataDir, ...(options.args ?? [])],
    cwd: rootDir,
    env: { ...process.env, ...options.env } as Record<string, string>,
  })
  const page = await electron.firstWindow()
  await page.waitForLoadState('domcontentloaded')
  return { electron, page }
}

/** Makes the next folder dialogs answer with these paths, as if the person had chosen them. */
export async function answerFolderDialog(electron: ElectronApplication, paths: readonly string[]): Promise<void> {
  await electron.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths: [...filePaths] })
  }, paths)
}
