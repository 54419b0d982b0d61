import { resolve } from 'node:path'
import { CommanderError } from 'commander'
import { WinnowError } from '../contract/error.ts'
import type { ExitCode } from './exit-codes.ts'
import { exitCodes } from './exit-codes.ts'
import { createProgram } from './program.ts'
import { processTerminal } from './terminal.ts'

// The entry of the command line. Built to out/main/cli.js, two folders below the root.

const terminal = processTerminal()
const interrupted = new AbortController()
// The first Ctrl+C stops cleanly; a second one, from someone who can't wait, stops at once.
process.once('SIGINT', () => interrupted.abort())
process.once('SIGTERM', () => interrupted.abort())

async function run(): Promise<ExitCode> {
  let code: ExitCode = exitCodes.ok
  const program = createProgram(
    { rootDir: resolve(import.meta.dirname, '../..'), signal: interrupted.signal, terminal },
    (result) => {
      code = result
    },
  )
  try {
    await program.parseAsync()
  } catch (error) {
    return explain(error)
  }
  return code
}

function explain(error: unknown): ExitCode {
  // Commander has said what is wrong already; --help and --version end here too, with 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage
  if (interrupted.signal.aborted) return exitCodes.interrupted
  const asJson = process.argv.includes('--json')
  const shape =
    error instanceof WinnowError
      ? error.toShape()
      : { code: 'internal', message: error instanceof Error ? error.message : String(error) }
  terminal.err(asJson ? `${JSON.stringify({ error: shape })}\n` : `${shape.message}\n`)
  return shape.code === 'library-in-use' ? exitCodes.libraryInUse : exitCodes.failed
}

process.exitCode = await run()
