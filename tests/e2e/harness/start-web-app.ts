import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { rootDir } from './root-dir.ts'

export interface WebApp {
  /** With the token, as it is printed for the person. */
  readonly address: string
  readonly origin: string
  readonly pid: number
  /** Ends it as Ctrl+C does, and resolves with its exit code. */
  stop(): Promise<number | null>
  /** Ends it as a power cut does. */
  kill(): Promise<void>
}

/** Starts the built web host as a process of its own. Rejects with its words when it ends before it is up. */
export async function startWebApp({
  dataDir,
  args = [],
  env = {},
}: {
  readonly dataDir: string
  /** More switches of src/web/main.ts. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}): Promise<WebApp> {
  const child = spawn(process.execPath, [join(rootDir, 'out/main/web.js'), '--no-open', '--data', dataDir, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null)
  let words = ''
  const address = await new Promise<string>((resolve, reject) => {
    const read = (data: Buffer): void => {
      words += data.toString('utf8')
      const [found] = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(words) ?? []
      if (found !== undefined) resolve(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('error', reject)
    void exited.then((code) => reject(new Error(`The web host ended with ${code}: ${words}`)))
  })
  return {
    address,
    origin: new URL(address).origin,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGINT')
      return await exited
    },
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}
