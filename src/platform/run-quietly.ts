import { spawn } from 'node:child_process'

export interface Command {
  readonly program: string
  readonly args: readonly string[]
  /** Windows only: the arguments are quoted already, the way this program wants them. */
  readonly verbatim?: boolean
}

/**
 * Runs a helper of the operating system without a shell and without waiting for its window to be closed. Resolves with
 * its exit code, or with null when it could not be started or is still running after `patienceMs`.
 */
export async function runQuietly(command: Command, patienceMs: number): Promise<number | null> {
  return await new Promise((resolve) => {
    const child = spawn(command.program, command.args, {
      stdio: 'ignore',
      detached: true,
      windowsVerbatimArguments: command.verbatim === true,
    })
    const timer = setTimeout(() => resolve(null), patienceMs)
    const settle = (code: number | null): void => {
      clearTimeout(timer)
      resolve(code)
    }
    child.once('error', () => settle(null))
    child.once('exit', settle)
    child.unref()
  })
}
