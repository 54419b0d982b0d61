// @ts-check
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfStale } from './build-if-stale.mjs'
import { checkNode } from './check-node.mjs'
import { electronRuntime } from './electron-runtime.mjs'

// npm start [-- --browser] [--data <dir>] [--port <n>] [--no-open]: builds Winnow when needed, and opens it in a window
// of its own or, where that can't be, in the browser.

const rootDir = join(import.meta.dirname, '..')
/** What src/main/main.ts ends with when Winnow itself, and not Electron, could not start. It has said why by then. */
const ownFailure = 2
/** An Electron that ends by itself this soon after its start has not shown a window. */
const soonMs = 15_000

checkNode()
const browserFlags = ['--port', '--no-open']
const args = process.argv.slice(2).filter((arg) => arg !== '--browser')
const wantsBrowser =
  args.length < process.argv.length - 2 || args.some((arg) => browserFlags.includes(arg.split('=')[0] ?? ''))

try {
  await buildIfStale()
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
const whyNot = wantsBrowser ? '' : await openWindow()
if (whyNot !== undefined) await serveBrowser(whyNot)

/** @returns {Promise<string | undefined>} why there is no window, as a part of a sentence; undefined when there was one */
async function openWindow() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return 'there is no screen here'
  let program
  try {
    program = await electronRuntime()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  const electronArgs = [rootDir, ...args]
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    say(
      'Electron refuses to run as root with its sandbox, so it runs without. Start Winnow as a normal user to have it.',
    )
    electronArgs.unshift('--no-sandbox')
  }
  return await runElectron(program, electronArgs)
}

/**
 * @param {string} program
 * @param {string[]} electronArgs
 * @returns {Promise<string | undefined>}
 */
async function runElectron(program, electronArgs) {
  const startedMs = Date.now()
  // An editor that is itself made with Electron may have this set for its terminal.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const child = spawn(program, electronArgs, { stdio: 'inherit', env })
  let stopping = false
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      // Ctrl+C reaches Electron by itself, but not on Windows; the others don't. This waits until the library is closed.
      if ((signal !== 'SIGINT' || process.platform === 'win32') && !stopping) child.kill(signal)
      stopping = true
    })
  }
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('close', (exitCode, signal) => resolve(exitCode ?? signal))
  })
  const failedToStart = code !== 0 && code !== ownFailure && !stopping && Date.now() - startedMs < soonMs
  if (failedToStart) return 'Electron could not start here (its own words are above)'
  process.exitCode = typeof code === 'number' && !stopping ? code : 0
  return undefined
}

/** @param {string} reason */
async function serveBrowser(reason) {
  if (reason !== '') say(`Winnow has no window of its own this time: ${reason}. It opens in your browser instead.`)
  process.argv.splice(2, process.argv.length, ...args)
  await import(pathToFileURL(join(rootDir, 'out', 'main', 'web.js')).href)
}

/** @param {string} text */
function say(text) {
  process.stderr.write(`${text}\n`)
}
