import type BetterSqlite3 from 'better-sqlite3'
import type { PhotoFacts } from '../../contract/worker.ts'

export interface PhotoContent {
  readonly contentHash: string
  readonly averageColour: number
  readonly thumbnailVersion: number
}

export interface OriginalFile {
  readonly fileId: number
  readonly sizeBytes: number
  readonly mtimeMs: number
  readonly contentHash: string
  readonly mediaType: string
  readonly folderPath: string
  readonly relativePath: string
}

/** The `photo` table: contents. A row without a hash is a file that was found and not read yet. */
export function createPhotoStore(database: BetterSqlite3.Database) {
  const insert = database.prepare<[number], { photoId: number }>(
    "INSERT INTO photo (taken_at_ms, taken_at_source) VALUES (?, 'file') RETURNING id AS photoId",
  )
  const insertLike = database.prepare<[number], { photoId: number }>(
    `INSERT INTO photo (taken_at_ms, taken_at_source, width_px, height_px, average_colour, thumbnail_version)
     SELECT taken_at_ms, taken_at_source, width_px, height_px, average_colour, 0 FROM photo WHERE id = ?
     RETURNING id AS photoId`,
  )
  const setFacts = database.prepare<[PhotoFacts & { photoId: number }]>(
    `UPDATE photo SET width_px = @widthPx, height_px = @heightPx, media_type = @mediaType,
       taken_at_ms = coalesce(@takenAtMs, taken_at_ms),
       taken_at_source = CASE WHEN @takenAtMs IS NULL THEN taken_at_source ELSE 'exif' END,
       camera = @camera, lens = @lens, exposure = @exposure, latitude = @latitude, longitude = @longitude
     WHERE id = @photoId`,
  )
  const setContent = database.prepare<[PhotoContent & { photoId: number }]>(
    `UPDATE photo SET content_hash = @contentHash, average_colour = @averageColour,
       thumbnail_version = @thumbnailVersion WHERE id = @photoId`,
  )
  const setFileTime = database.prepare<[number, number]>(
    "UPDATE photo SET taken_at_ms = ? WHERE id = ? AND taken_at_source = 'file' AND content_hash IS NULL",
  )
  const hash = database.prepare<[number], { contentHash: string | null }>(
    'SELECT content_hash AS contentHash FROM photo WHERE id = ?',
  )
  const byHash = database.prepare<[string], { photoId: number }>(
    'SELECT id AS photoId FROM photo WHERE content_hash = ?',
  )
  const thumbnail = database.prepare<[number], { contentHash: string | null; thumbnailVersion: number }>(
    'SELECT content_hash AS contentHash, thumbnail_version AS thumbnailVersion FROM photo WHERE id = ?',
  )
  const original = database.prepare<[number], OriginalFile>(
    `SELECT photo.content_hash AS contentHash, photo.media_type AS mediaType, folder.path AS folderPath,
       file.relative_path AS relativePath, file.id AS fileId, file.size_bytes AS sizeBytes, file.mtime_ms AS mtimeMs
     FROM photo CROSS JOIN file ON file.photo_id = photo.id CROSS JOIN folder ON folder.id = file.folder_id
     WHERE photo.id = +? AND photo.content_hash IS NOT NULL AND photo.media_type IS NOT NULL
       AND +file.state IN ('looked', 'ready') AND file.verified = 1
       AND folder.removed_at_ms IS NULL AND folder.status IN ('ready', 'scanning')
     ORDER BY file.id LIMIT 1`,
  )
  const dropThumbnail = database.prepare<[number]>('UPDATE photo SET thumbnail_version = 0 WHERE id = ?')
  const remove = database.prepare<[number]>('DELETE FROM photo WHERE id = ?')
  const hasFiles = database.prepare<[number], unknown>('SELECT 1 FROM file WHERE photo_id = ? LIMIT 1')
  const orphans = database.prepare<[], { photoId: number; contentHash: string | null }>(
    `SELECT id AS photoId, content_hash AS contentHash FROM photo
     WHERE NOT EXISTS (SELECT 1 FROM file WHERE file.photo_id = photo.id)
       AND NOT EXISTS (SELECT 1 FROM decision WHERE decision.photo_id = photo.id)`,
  )

  return {
    /** A photo as far as a listing knows it. `takenAtMs` is the file's local modification time as if UTC. */
    insertFound: (takenAtMs: number): number => insert.get(takenAtMs)!.photoId,
    /** A row that looks like `photoId` until it has content of its own, so that nothing jumps on screen. */
    insertLike: (photoId: number): number => insertLike.get(photoId)!.photoId,
    setFacts: (photoId: number, facts: PhotoFacts): void => void setFacts.run({ ...facts, photoId }),
    setContent: (photoId: number, content: PhotoContent): void => void setContent.run({ ...content, photoId }),
    /** The file's new modification time. Once read, a photo keeps the first that was seen: an edit is no new capture. */
    setFileTime: (photoId: number, takenAtMs: number): void => void setFileTime.run(takenAtMs, photoId),
    contentHash: (photoId: number): string | null => hash.get(photoId)?.contentHash ?? null,
    idByHash: (contentHash: string): number | undefined => byHash.get(contentHash)?.photoId,
    thumbnail: (photoId: number) => thumbnail.get(photoId),
    /** A file that holds the photo and can be opened now. */
    original: (photoId: number): OriginalFile | undefined => original.get(photoId),
    dropThumbnail: (photoId: number): void => void dropThumbnail.run(photoId),
    hasFiles: (photoId: number): boolean => hasFiles.get(photoId) !== undefined,
    delete: (photoId: number): void => void remove.run(photoId),
    /** Photos of no file that carry no answer of the person's: nothing is lost with them. */
    orphans: (): readonly { photoId: number; contentHash: string | null }[] => orphans.all(),
  }
}
