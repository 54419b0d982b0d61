import { fork } from 'node:child_process'
import type { WorkerPort } from '../contract/worker.ts'
import { findNode } from './find-node.ts'
import { workerEnvironment } from './worker-environment.ts'

/** Of what a worker writes to its error output, the end is kept for the sentence that says how it ended. */
const keptErrorCharacters = 2000

export interface StartNodeWorkerOptions {
  /** Default: findNode(). */
  readonly nodePath?: string
  /** Default: this process's own. */
  readonly env?: NodeJS.ProcessEnv
}

/**
 * Starts the worker as a process of plain Node with an IPC channel; no shell in between. It ends by itself when this process
 * does.
 * @param entry `src/worker/main.ts`, or what it was built to
 */
export function startNodeWorker(entry: string, options: StartNodeWorkerOptions = {}): WorkerPort {
  const child = fork(entry, [], {
    execPath: options.nodePath ?? findNode(),
    // Flags of this process (--inspect, a loader) are not the worker's.
    execArgv: [],
    env: workerEnvironment(options.env ?? process.env),
    serialization: 'json',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let errorOutput = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errorOutput = (errorOutput + text).slice(-keptErrorCharacters)
  })

  const exitListeners: ((how: string) => void)[] = []
  let hasEnded = false
  const end = (how: string): void => {
    if (hasEnded) return
    hasEnded = true
    for (const listener of exitListeners) listener(how)
  }
  child.once('error', (error) => end(`The worker could not be started or reached: ${error.message}`))
  // `close` comes after `exit`, when its last words have been read.
  child.once('close', (code, signal) => end(exitSentence(code, signal, errorOutput)))

  return {
    post: (message) => {
      // A channel that closes meanwhile is reported by the exit.
      if (child.connected) child.send(message, () => undefined)
    },
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void exitListeners.push(listener),
    kill: () => void child.kill('SIGKILL'),
  }
}

function exitSentence(code: number | null, signal: NodeJS.Signals | null, errorOutput: string): string {
  const how = signal === null ? `with code ${code}` : `by ${signal}`
  const words = errorOutput.trim()
  return words === '' ? `The worker ended ${how}.` : `The worker ended ${how}: ${words}`
}
