import type BetterSqlite3 from 'better-sqlite3'

/** A file on screen: it is or will be a photo. */
const shown = "state IN ('found', 'looked', 'ready')"
const ending = `lower(replace(relative_path, rtrim(relative_path, replace(relative_path, '.', '')), ''))`

/** What lies in a folder, counted. */
export function createFolderContentsStore(database: BetterSqlite3.Database) {
  const photosByDirectory = database.prepare<[number], { directory: string; photoCount: number }>(
    `SELECT directory, count(*) AS photoCount FROM file WHERE folder_id = ? AND ${shown} GROUP BY directory`,
  )
  const notReadYet = database.prepare<[number], { ending: string; count: number }>(
    `SELECT ${ending} AS ending, count(*) AS count FROM file
     WHERE folder_id = ? AND state = 'unsupported' AND failure_code IS NULL GROUP BY ending ORDER BY count DESC`,
  )
  const inTheCloud = database
    .prepare<[number], number>(
      "SELECT count(*) FROM file WHERE folder_id = ? AND state = 'unsupported' AND failure_code = 'in-the-cloud'",
    )
    .pluck()
  const anyFile = database.prepare<[number], unknown>(
    "SELECT 1 FROM file WHERE folder_id = ? AND state <> 'missing' LIMIT 1",
  )

  return {
    /** Photos directly in each directory; its path ends with `/`, and is '' for the folder itself. */
    photosByDirectory: (folderId: number) => photosByDirectory.all(folderId),
    /** Files of a kind Winnow does not read yet, by ending, most first. */
    notReadYet: (folderId: number) => notReadYet.all(folderId),
    inTheCloudCount: (folderId: number): number => inTheCloud.get(folderId) ?? 0,
    /** Whether the last scan saw anything there. */
    hasFiles: (folderId: number): boolean => anyFile.get(folderId) !== undefined,
  }
}
