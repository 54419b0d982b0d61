import { buildIfStale } from '../../../scripts/build-if-stale.mjs'
import { findBrowser } from './find-browser.ts'
import { findElectron } from './find-electron.ts'

/** Builds what the tests drive, and says once which of them can't run here. */
export default async function setUp(): Promise<void> {
  await buildIfStale()
  const electron = findElectron()
  if ('missing' in electron) process.stdout.write(`Electron tests are skipped: ${electron.missing}.\n`)
  if ((await findBrowser()) === undefined)
    process.stdout.write('Browser tests are skipped: there is no Chromium on this machine.\n')
}
