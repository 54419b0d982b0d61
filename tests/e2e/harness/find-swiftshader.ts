import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findBrowser } from './find-browser.ts'
import { findElectron } from './find-electron.ts'

/**
 * What an environment needs so that graphics are computed by SwiftShader, which comes with Chromium's and Electron's runtimes
 * and needs no graphics card. Undefined where neither has it, or this is no Linux.
 */
export async function findSwiftShader(): Promise<Readonly<Record<string, string>> | undefined> {
  if (process.platform !== 'linux') return undefined
  const electron = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const found = findElectron()
  const browser = await findBrowser()
  const dirs = [
    electron,
    'missing' in found ? undefined : dirname(found.executablePath),
    browser === undefined ? undefined : dirname(browser.executablePath),
  ]
  const dir = dirs.find(
    (candidate) =>
      candidate !== undefined &&
      ['vk_swiftshader_icd.json', 'libvulkan.so.1'].every((name) => existsSync(join(candidate, name))),
  )
  if (dir === undefined) return undefined
  const others = process.env['LD_LIBRARY_PATH']
  return {
    VK_DRIVER_FILES: join(dir, 'vk_swiftshader_icd.json'),
    LD_LIBRARY_PATH: others === undefined ? dir : `${dir}:${others}`,
  }
}
