import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The Electron program, or why the tests that need it can't run here. Nothing is downloaded for a test. */
export function findElectron(): { readonly executablePath: string } | { readonly missing: string } {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return { missing: 'there is no screen (xvfb-run -a npm test makes one)' }
  }
  const executablePath = electronProgram()
  if (executablePath !== undefined && existsSync(executablePath)) return { executablePath }
  return {
    missing: 'Electron’s runtime is not here (npx install-electron downloads it, or set ELECTRON_OVERRIDE_DIST_PATH)',
  }
}

function electronProgram(): string | undefined {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override !== undefined) return join(override, process.platform === 'win32' ? 'electron.exe' : 'electron')
  const packageDir = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const pathFile = join(packageDir, 'path.txt')
  return existsSync(pathFile) ? join(packageDir, 'dist', readFileSync(pathFile, 'utf8')) : undefined
}
