import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Running {
  readonly pid: number
  readonly ended: Promise<Ended>
  /** Resolves when its output so far (both streams) matches; rejects when it ends before. */
  said(pattern: RegExp): Promise<void>
  send(signal: NodeJS.Signals): void
}

const cliFile = join(resolve(import.meta.dirname, '../..'), 'out/main/cli.js')

/** Starts the built command line as a process of its own. */
export function startWinnow(args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, [cliFile, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, WINNOW_DATA: '', ...env },
  })
  let out = ''
  let err = ''
  const listeners = new Set<() => void>()
  const heard = (): void => {
    for (const listener of listeners) listener()
  }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
    heard()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
    heard()
  })
  const ended = new Promise<Ended>((settle, reject) => {
    child.once('error', reject)
    child.once('close', (code) => settle({ code, out, err }))
  })
  return {
    pid: child.pid ?? 0,
    ended,
    said: async (pattern) =>
      await new Promise((settle, reject) => {
        const look = (): void => {
          if (pattern.test(out + err)) settle()
        }
        listeners.add(look)
        look()
        void ended.then(() => reject(new Error(`It ended before it said ${pattern}: ${out}${err}`)))
      }),
    send: (signal) => void child.kill(signal),
  }
}

/** Runs the built command line to its end. */
export async function winnow(...args: readonly string[]): Promise<Ended> {
  return await startWinnow(args).ended
}
