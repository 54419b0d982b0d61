import type { ExitCode } from './exit-codes.ts'
import type { OpenOptions, TerminalLibrary } from './open-terminal-library.ts'
import { openTerminalLibrary } from './open-terminal-library.ts'
import type { Terminal } from './terminal.ts'

/** What every command is given. */
export interface CommandContext {
  readonly terminal: Terminal
  /** Machine-readable results in the shapes that docs/cli.md promises. */
  readonly json: boolean
  readonly rootDir: string
  readonly dataDir: string | undefined
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal
}

/** Runs an action with the context that the global options make. */
export type Run = (work: (context: CommandContext) => Promise<ExitCode>) => Promise<void>

/** Runs `work` with the library open, and closes it whatever happens. */
export async function withLibrary<T>(
  { rootDir, dataDir }: CommandContext,
  access: OpenOptions['access'],
  work: (opened: TerminalLibrary) => Promise<T>,
): Promise<T> {
  const opened = await openTerminalLibrary({ rootDir, dataDir, access })
  try {
    return await work(opened)
  } finally {
    await opened.library.close()
  }
}

/** Prints a result: as JSON, or as the lines a person reads. */
export async function print(
  { terminal, json }: CommandContext,
  value: unknown,
  lines: readonly string[],
): Promise<void> {
  await terminal.out(json ? `${JSON.stringify(value, null, 2)}\n` : lines.map((line) => `${line}\n`).join(''))
}
