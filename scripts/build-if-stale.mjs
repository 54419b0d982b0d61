// @ts-check
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

// This and its neighbours are plain JavaScript: they must run on whatever Node a person has.

const rootDir = join(import.meta.dirname, '..')
const stampFile = join(rootDir, 'out', 'built')
const sources = ['src', 'electron.vite.config.ts', 'package.json', 'package-lock.json']

/**
 * Builds `out/` when anything it is made of has changed since the last build. Says so on stderr, and shows the builder's
 * own words only when it fails.
 *
 * @returns {Promise<void>} rejects with those words
 */
export async function buildIfStale() {
  if (sources.every((source) => newestMs(join(rootDir, source)) < lastBuildMs())) return
  process.stderr.write('Building Winnow (a few seconds, and only after a change)…\n')
  // What changes while the build runs may not be in it, so its beginning counts.
  const beganAt = new Date()
  const packageDir = dirname(createRequire(import.meta.url).resolve('electron-vite/package.json'))
  const child = spawn(process.execPath, [join(packageDir, 'bin', 'electron-vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: rootDir,
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (words += data))
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error(`Winnow could not be built.\n${words}`)
  writeFileSync(stampFile, beganAt.toISOString())
}

/** @returns {number} when the last build began, in ms since 1970; 0 when there was none */
function lastBuildMs() {
  try {
    return Date.parse(readFileSync(stampFile, 'utf8'))
  } catch {
    return 0
  }
}

/**
 * @param {string} path a file or a folder
 * @returns {number} the latest change below it in ms since 1970; a folder changes when a file is added or removed
 */
function newestMs(path) {
  const own = statSync(path)
  if (!own.isDirectory()) return own.mtimeMs
  const below = readdirSync(path, { recursive: true, withFileTypes: true })
  return Math.max(
    own.mtimeMs,
    ...below
      .filter((entry) => !entry.name.includes('.test.'))
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  )
}
