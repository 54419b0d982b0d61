import type BetterSqlite3 from 'better-sqlite3'

/** Reads embeddings range by range, so that other calls are answered in between. */
export function createEmbeddingRangeStore(database: BetterSqlite3.Database) {
  const range = database
    .prepare<[number, number, number], [number, Buffer]>(
      'SELECT photo_id, vector FROM embedding WHERE model_id = ? AND photo_id > ? AND photo_id <= ? ORDER BY photo_id',
    )
    .raw()

  return {
    /** Photo ids and float16 bytes, behind `afterPhotoId` and up to `throughPhotoId`. */
    range: (modelId: number, afterPhotoId: number, throughPhotoId: number): readonly (readonly [number, Buffer])[] =>
      range.all(modelId, afterPhotoId, throughPhotoId),
  }
}
