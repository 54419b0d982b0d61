import type BetterSqlite3 from 'better-sqlite3'

/** What a photo list needs of one photo that is on screen. */
export interface PhotoRow {
  readonly photoId: number
  readonly takenAtMs: number
  readonly widthPx: number | null
  readonly heightPx: number | null
  /** 0xRRGGBB, null until it was read. */
  readonly averageColour: number | null
  /** 0 or 1 */
  readonly hasThumbnail: number
  /** 1 when every file of it lies on a drive that is away. */
  readonly offline: number
}

export type PhotoColumnStore = ReturnType<typeof createPhotoColumnStore>

/**
 * A photo is on screen when one of its files is there, in a folder that was not removed: found or better, or failed with a
 * thumbnail of earlier days. A file whose drive is away counts as there.
 */
const onScreen = `folder.removed_at_ms IS NULL AND (file.state IN ('found', 'looked', 'ready')
  OR (file.state = 'failed' AND photo.thumbnail_version > 0))`

// The plus before a bound value: without it, SQLite (built with STAT4) plans a join anew for each value, 60 µs instead of 6.
// CROSS JOIN keeps SQLite from starting with the states of files, which it would have to sort by photo.
const select = `SELECT photo.id AS photoId, photo.taken_at_ms AS takenAtMs, photo.width_px AS widthPx,
    photo.height_px AS heightPx, photo.average_colour AS averageColour, photo.thumbnail_version > 0 AS hasThumbnail,
    min(folder.status = 'offline') AS offline
  FROM photo CROSS JOIN file ON file.photo_id = photo.id CROSS JOIN folder ON folder.id = file.folder_id`

/** Reads the photos that are on screen, all in ranges or some by id. */
export function createPhotoColumnStore(database: BetterSqlite3.Database) {
  const range = database.prepare<[number, number], PhotoRow>(
    `${select} WHERE photo.id > ? AND photo.id <= ? AND ${onScreen} GROUP BY photo.id ORDER BY photo.id`,
  )
  const exists = database.prepare<[number], unknown>('SELECT 1 FROM photo WHERE id = ?')
  const last = database.prepare<[], number | null>('SELECT max(id) FROM photo').pluck()
  const one = database.prepare<[number], PhotoRow>(`${select} WHERE photo.id = +? AND ${onScreen} GROUP BY photo.id`)

  return {
    /** Photos behind `afterPhotoId` and up to `throughPhotoId`, by id. */
    range: (afterPhotoId: number, throughPhotoId: number): readonly PhotoRow[] =>
      range.all(afterPhotoId, throughPhotoId),
    /** Null when it is not on screen, or not at all. */
    get: (photoId: number): PhotoRow | null => one.get(photoId) ?? null,
    /** Whether there is such a photo, on screen or not. */
    exists: (photoId: number): boolean => exists.get(photoId) !== undefined,
    /** The highest id there is, 0 for none. */
    lastId: (): number => last.get() ?? 0,
  }
}
