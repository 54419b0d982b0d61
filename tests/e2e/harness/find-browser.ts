import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { chromium } from '@playwright/test'

export interface BrowserProgram {
  readonly executablePath: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/**
 * A Chromium to test with: Playwright's own if it was installed, else the system's, else the one that comes inside the npm
 * package @sparticuz/chromium (Linux x64). Undefined when there is none that starts.
 */
export async function findBrowser(): Promise<BrowserProgram | undefined> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const installed = [chromium.executablePath(), ...systemBrowsers].find(existsSync)
  if (installed !== undefined) return { executablePath: installed, args, env: {} }
  return await unpackedBrowser()
}

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

async function unpackedBrowser(): Promise<BrowserProgram | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const require = createRequire(import.meta.url)
  const packageDir = dirname(dirname(require.resolve('@sparticuz/chromium')))
  const { version } = require(join(packageDir, 'package.json')) as { readonly version: string }
  // The package takes whatever lies in the temporary folder, also of another version; so each gets a folder of its own.
  const unpackDir = join(tmpdir(), `winnow-chromium-${version}`)
  mkdirSync(unpackDir, { recursive: true })
  const { TMPDIR: usualDir } = process.env
  process.env['TMPDIR'] = unpackDir
  try {
    const { default: packed, inflate } = await import('@sparticuz/chromium')
    const executablePath = await packed.executablePath()
    // It was built for machines that always run as root in a container: it has no sandbox to switch on.
    const program = { executablePath, args: ['--no-sandbox'], env: {} }
    if (starts(program)) return program
    // A bare Linux lacks libnss3; the package has that too.
    await inflate(join(packageDir, 'bin', 'al2023.tar.br'))
    const withLibraries = { ...program, env: { LD_LIBRARY_PATH: join(unpackDir, 'al2023', 'lib') } }
    return starts(withLibraries) ? withLibraries : undefined
  } finally {
    if (usualDir === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = usualDir
  }
}

function starts({ executablePath, env }: BrowserProgram): boolean {
  try {
    execFileSync(executablePath, ['--no-sandbox', '--version'], {
      env: { ...process.env, ...env },
      stdio: 'ignore',
      timeout: 20_000,
    })
    return true
  } catch {
    return false
  }
}
