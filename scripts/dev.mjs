// @ts-check
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { checkNode } from './check-node.mjs'

// npm run dev [-- flags of npm start]: npm start, again after each change below src/. It is the real build with its real
// Content-Security-Policy, a second or two later, and not a development server with other rules.

checkNode()
const quietMs = 300
const args = [join(import.meta.dirname, 'start.mjs'), ...process.argv.slice(2)]
let child = start()
let restarting = false
let restarts = Promise.resolve()
/** @type {NodeJS.Timeout | undefined} */
let timer

function start() {
  const started = spawn(process.execPath, args, { stdio: 'inherit' })
  // Whoever closes the window is done; what doesn't build is waited for.
  started.once('close', (code) => {
    if (!restarting && code === 0) process.exit(0)
  })
  return started
}

async function restart() {
  restarting = true
  if (child.exitCode === null) {
    const closed = new Promise((resolve) => child.once('close', resolve))
    child.kill('SIGTERM')
    await closed
  }
  restarting = false
  child = start()
}

watch(join(import.meta.dirname, '..', 'src'), { recursive: true }, (_event, name) => {
  if (name?.includes('.test.')) return
  clearTimeout(timer)
  timer = setTimeout(() => (restarts = restarts.then(restart)), quietMs)
})
// Ctrl+C reaches the child as well, which closes the library; this waits for it.
process.on('SIGINT', () => {})
