import type BetterSqlite3 from 'better-sqlite3'
import { decodeFloat16, encodeFloat16 } from '../../core/vector/float16.ts'

/** The `embedding` table: unit vectors of photos, float16 little-endian, one space a model. */
export function createEmbeddingStore(database: BetterSqlite3.Database) {
  const set = database.prepare<[number, number, Uint8Array]>(
    `INSERT INTO embedding (model_id, photo_id, vector) VALUES (?, ?, ?)
     ON CONFLICT (model_id, photo_id) DO UPDATE SET vector = excluded.vector`,
  )
  const has = database.prepare<[number, number], unknown>('SELECT 1 FROM embedding WHERE model_id = ? AND photo_id = ?')
  const all = database.prepare<[number], { photoId: number; vector: Buffer }>(
    'SELECT photo_id AS photoId, vector FROM embedding WHERE model_id = ?',
  )
  const get = database
    .prepare<[number, number], Buffer>('SELECT vector FROM embedding WHERE model_id = ? AND photo_id = ?')
    .pluck()
  const requeue = database.prepare<[number, number]>(
    `UPDATE file SET state = 'looked' WHERE state = 'ready' AND photo_id IN (
       SELECT id FROM photo WHERE thumbnail_version <> ? OR NOT EXISTS (
         SELECT 1 FROM embedding WHERE model_id = ? AND embedding.photo_id = photo.id))`,
  )

  const dropSome = database.prepare<[number, number]>(
    'DELETE FROM embedding WHERE rowid IN (SELECT rowid FROM embedding WHERE model_id = ? LIMIT ?)',
  )

  return {
    /** Forgets up to `limit` embeddings of a model. Returns how many. */
    dropSome: (modelId: number, limit: number): number => dropSome.run(modelId, limit).changes,
    set: (modelId: number, photoId: number, embedding: Float32Array): void =>
      void set.run(modelId, photoId, encodeFloat16(embedding)),
    has: (modelId: number, photoId: number): boolean => has.get(modelId, photoId) !== undefined,
    /** As exact as it is kept; null for a photo this model has not looked at. */
    get(modelId: number, photoId: number): Float32Array | null {
      const bytes = get.get(modelId, photoId)
      return bytes === undefined ? null : decodeFloat16(bytes)
    },
    /** Every embedding of a model, one at a time: 100,000 of them are 150 MB. Don't write while iterating. */
    iterate: (modelId: number): IterableIterator<{ photoId: number; vector: Uint8Array }> => all.iterate(modelId),
    /** Puts files whose photo lacks an embedding of this model or a thumbnail of this version back into the queue. */
    requeueOutdated: (modelId: number, thumbnailVersion: number): number =>
      requeue.run(thumbnailVersion, modelId).changes,
  }
}
