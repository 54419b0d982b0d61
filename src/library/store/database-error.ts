import BetterSqlite3 from 'better-sqlite3'
import { WinnowError } from '../../contract/error.ts'

/**
 * Says in words what SQLite says in codes; any other error comes back as it is.
 * @param file path of the database, for the sentence.
 */
export function explainDatabaseError(error: unknown, file: string): unknown {
  if (!(error instanceof BetterSqlite3.SqliteError)) return error
  const { code } = error
  if (code === 'SQLITE_FULL') {
    return new WinnowError('disk-full', `The disk that holds ${file} is full. Free some space, then go on.`, { file })
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new WinnowError(
      'database-damaged',
      `The library file ${file} is damaged. Winnow has not changed it. Put a copy from the "backups" folder beside it in its place, ` +
        'or move it away to start afresh; your photos themselves are not touched.',
      { file },
    )
  }
  if (code.startsWith('SQLITE_READONLY')) {
    return new WinnowError(
      'library-in-use',
      `The library ${file} is open for reading only here. Close Winnow elsewhere first.`,
      {
        file,
      },
    )
  }
  if (code === 'SQLITE_CANTOPEN' || code === 'SQLITE_PERM') {
    return new WinnowError(
      'not-available',
      `The library file ${file} can't be opened. Check that you may write there.`,
      { file },
    )
  }
  return error
}

/** Whether an error means that the disk is full, from SQLite or from the file system. */
export function isDiskFull(error: unknown): boolean {
  if (error instanceof WinnowError) return error.code === 'disk-full'
  if (error instanceof BetterSqlite3.SqliteError) return error.code === 'SQLITE_FULL'
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
}
