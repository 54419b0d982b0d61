import type BetterSqlite3 from 'better-sqlite3'

export interface PhotoChangeListener {
  /** A photo, or a file or folder of it, was written: what is known about it may be old. */
  changed(photoId: number): void
  deleted(photoId: number): void
}

/**
 * Tells of every photo that a statement on this connection touches, while the statement runs; a transaction may still be
 * rolled back, so that a listener should only take note and read again later. Triggers rather than calls: what is kept in
 * memory can't be forgotten by the code that writes.
 */
export function watchPhotoChanges(database: BetterSqlite3.Database, listener: PhotoChangeListener): void {
  database.function('photo_changed', (photoId) => {
    if (typeof photoId === 'number') listener.changed(photoId)
    return null
  })
  database.function('photo_deleted', (photoId) => {
    if (typeof photoId === 'number') listener.deleted(photoId)
    return null
  })
  database.exec(`
    CREATE TEMP TRIGGER photo_inserted AFTER INSERT ON main.photo BEGIN SELECT photo_changed(NEW.id); END;
    CREATE TEMP TRIGGER photo_updated AFTER UPDATE ON main.photo BEGIN SELECT photo_changed(NEW.id); END;
    CREATE TEMP TRIGGER photo_deleted AFTER DELETE ON main.photo BEGIN SELECT photo_deleted(OLD.id); END;
    CREATE TEMP TRIGGER file_inserted AFTER INSERT ON main.file BEGIN SELECT photo_changed(NEW.photo_id); END;
    CREATE TEMP TRIGGER file_updated AFTER UPDATE ON main.file BEGIN
      SELECT photo_changed(OLD.photo_id);
      SELECT photo_changed(NEW.photo_id);
    END;
    CREATE TEMP TRIGGER file_deleted AFTER DELETE ON main.file BEGIN SELECT photo_changed(OLD.photo_id); END;
    CREATE TEMP TRIGGER folder_updated AFTER UPDATE ON main.folder
      WHEN OLD.removed_at_ms IS NOT NEW.removed_at_ms OR (OLD.status = 'offline') <> (NEW.status = 'offline')
    BEGIN
      SELECT photo_changed(photo_id) FROM main.file WHERE folder_id = NEW.id;
    END;
  `)
}
