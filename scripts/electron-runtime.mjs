// @ts-check
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const reachableMs = 6000
const downloadMs = 10 * 60_000

/**
 * The Electron program to start, downloaded at its first use (Electron's npm package brings only the downloader).
 * `ELECTRON_OVERRIDE_DIST_PATH` names a folder that has one already.
 *
 * @returns {Promise<string>} its path; rejects with a sentence when it can't be had
 */
export async function electronRuntime() {
  const require = createRequire(import.meta.url)
  const packageDir = dirname(require.resolve('electron/package.json'))
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override !== undefined)
    return existing(join(override, process.platform === 'win32' ? 'electron.exe' : 'electron'))

  const pathFile = join(packageDir, 'path.txt')
  const installed = () => existsSync(pathFile) && existsSync(join(packageDir, 'dist', readFileSync(pathFile, 'utf8')))
  if (!installed()) {
    await checkReachable(require('electron/package.json').version)
    process.stderr.write('Downloading Electron, once (about 110 MB)…\n')
    await runInstaller(join(packageDir, 'install.js'))
  }
  return existing(join(packageDir, 'dist', readFileSync(pathFile, 'utf8')))
}

/**
 * @param {string} path
 * @returns {string}
 */
function existing(path) {
  if (!existsSync(path)) throw new Error(`there is no Electron at ${path}`)
  return path
}

/**
 * A firewall that drops packets would keep the downloader waiting for many minutes. With a mirror or a proxy only the
 * downloader knows the way.
 *
 * @param {string} version
 */
async function checkReachable(version) {
  const names = ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'HTTPS_PROXY', 'https_proxy']
  if (names.some((name) => process.env[name] !== undefined)) return
  try {
    await fetch(`https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(reachableMs),
    })
  } catch {
    throw new Error('github.com, where it is downloaded from, can’t be reached')
  }
}

/** @param {string} file */
async function runInstaller(file) {
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'ignore', 'pipe'], timeout: downloadMs })
  let words = ''
  child.stderr.on('data', (data) => (words += data))
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error(`its download failed: ${words.trim().split('\n')[0] || 'it took too long'}`)
}
