import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

export type Log = (level: 'info' | 'warn' | 'error', message: string, details?: unknown) => void

const largestBytes = 2_000_000

/**
 * Writes one JSON line a message to `<dataDir>/winnow.log`, which is set aside as `winnow.old.log` at 2 MB. The log stays
 * on this computer like everything else. When it can't be written (full disk, read-only folder) the message goes to
 * stderr: logging never makes anything fail.
 */
export function fileLogger(dataDir: string, process: string): Log {
  const path = join(dataDir, 'winnow.log')
  return (level, message, details) => {
    const line = JSON.stringify({
      at: new Date().toISOString(),
      process,
      level,
      message,
      details: plainDetails(details),
    })
    try {
      mkdirSync(dataDir, { recursive: true })
      setAsideWhenLarge(path, join(dataDir, 'winnow.old.log'))
      appendFileSync(path, `${line}\n`)
    } catch {
      globalThis.process.stderr.write(`${line}\n`)
    }
  }
}

function setAsideWhenLarge(path: string, oldPath: string): void {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats !== undefined && stats.size > largestBytes) renameSync(path, oldPath)
}

/** Errors have no enumerable fields, so JSON would write `{}`. */
function plainDetails(details: unknown): unknown {
  if (!(details instanceof Error)) return details
  return { name: details.name, message: details.message, stack: details.stack, cause: plainDetails(details.cause) }
}
