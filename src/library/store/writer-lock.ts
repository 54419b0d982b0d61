import BetterSqlite3 from 'better-sqlite3'
import { join } from 'node:path'
import { WinnowError } from '../../contract/error.ts'

export interface WriterLock {
  release(): void
}

/** How long a second start waits for one that is just closing. */
const patienceMs = 1500

/**
 * Makes this process the one writer of the library in `dataDir`, until released or dead.
 * The lock is SQLite's own on a file beside the database: the operating system drops it when the process dies, however
 * it dies, so that no stale lock can ever keep a person out.
 * @throws WinnowError `library-in-use` when another process holds it.
 */
export function acquireWriterLock(dataDir: string): WriterLock {
  const connection = new BetterSqlite3(join(dataDir, 'writer.lock'), { timeout: patienceMs })
  try {
    // Nothing is ever written: a journal on disk would be one more file to be left behind by a crash.
    connection.pragma('journal_mode = MEMORY')
    connection.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    connection.close()
    if (error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new WinnowError(
        'library-in-use',
        `Winnow is already open with the library in ${dataDir}. Close it there first.`,
        {
          dataDir,
        },
      )
    }
    throw error
  }
  return { release: () => void connection.close() }
}
