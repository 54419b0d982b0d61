import BetterSqlite3 from 'better-sqlite3'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { WinnowError } from '../../contract/error.ts'
import { backUpDatabase } from './backup.ts'
import { explainDatabaseError } from './database-error.ts'
import { migrations } from './migrations.ts'

export type Access = 'write' | 'read'

export interface OpenDatabaseOptions {
  /** Created when missing (for writing). */
  readonly dataDir: string
  readonly access: Access
  readonly nowMs: number
  /** The schema to lift to; what this version of Winnow knows. */
  readonly migrations?: readonly string[]
}

/** "Wnnw": tells our file from any other SQLite database. */
const applicationId = 0x57_6e_6e_77

export function databaseFile(dataDir: string): string {
  return join(dataDir, 'winnow.sqlite')
}

/**
 * Opens the library's database, lifting an older schema to today's. Before it touches an older one it checks it and
 * backs it up to `<dataDir>/backups`.
 * @throws WinnowError `database-too-new` (made by a newer Winnow), `database-damaged`, `disk-full`, `not-found` (reading
 * a library that is not there), `not-available` (reading one that an older Winnow made: only a writer may lift it).
 */
export function openDatabase(options: OpenDatabaseOptions): BetterSqlite3.Database {
  const file = databaseFile(options.dataDir)
  if (options.access === 'write') mkdirSync(options.dataDir, { recursive: true })
  else if (!existsSync(file)) throw new WinnowError('not-found', `There is no library in ${options.dataDir} yet.`)

  let database: BetterSqlite3.Database | undefined
  try {
    database = new BetterSqlite3(file, { readonly: options.access === 'read', timeout: 5000 })
    setPragmas(database, options.access)
    migrate(database, options, file)
    return database
  } catch (error) {
    database?.close()
    throw explainDatabaseError(error, file)
  }
}

function setPragmas(database: BetterSqlite3.Database, access: Access): void {
  database.pragma('foreign_keys = ON')
  database.pragma('cache_size = -32000')
  if (access === 'read') return
  // 16 MB: while a scan adds files, the same pages are written again and again, and go to their place once.
  database.pragma('wal_autocheckpoint = 4000')
  database.pragma('journal_mode = WAL')
  // NORMAL would lose the last answers of a person at a power cut; indexing commits only a few times a second anyway.
  database.pragma('synchronous = FULL')
}

function migrate(database: BetterSqlite3.Database, options: OpenDatabaseOptions, file: string): void {
  const steps = options.migrations ?? migrations
  const version = Number(database.pragma('user_version', { simple: true }))
  if (version > steps.length) {
    throw new WinnowError(
      'database-too-new',
      `The library ${file} was made by a newer Winnow. Update Winnow to open it; nothing was changed.`,
      { file, version },
    )
  }
  const isOurs = Number(database.pragma('application_id', { simple: true })) === applicationId
  const isEmpty = version === 0 && database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined
  if (!isOurs && !isEmpty) {
    throw new WinnowError('database-damaged', `${file} is not a Winnow library. Move it away and start Winnow again.`, {
      file,
    })
  }
  if (version === steps.length) return
  if (options.access === 'read') {
    throw new WinnowError(
      'not-available',
      `The library ${file} is from an older Winnow. Open it once in the app to bring it up to date.`,
    )
  }
  if (!isEmpty) {
    checkIntegrity(database, file)
    backUpDatabase(database, options.dataDir, version, options.nowMs)
  }
  for (const [index, sql] of steps.entries()) {
    if (index < version) continue
    // Schema and version number change together or not at all, so a crash in between repeats the step from its start.
    database.transaction(() => {
      database.exec(sql)
      database.pragma(`user_version = ${index + 1}`)
      database.pragma(`application_id = ${applicationId}`)
    })()
  }
}

function checkIntegrity(database: BetterSqlite3.Database, file: string): void {
  const found = database.pragma('integrity_check(1)', { simple: true })
  if (found === 'ok') return
  throw new WinnowError(
    'database-damaged',
    `The library file ${file} is damaged (${String(found)}). Winnow has not changed it. Put a copy from the "backups" folder beside it ` +
      'in its place, or move it away to start afresh; your photos themselves are not touched.',
    { file },
  )
}
