import type BetterSqlite3 from 'better-sqlite3'
import { packFloat32, unpackVectors } from '../../core/vector/unpack-vectors.ts'

export type TextEmbeddingStore = ReturnType<typeof createTextEmbeddingStore>

/** The `text_embedding` table: a cache, so that no phrase of a category goes through the text encoder twice. */
export function createTextEmbeddingStore(database: BetterSqlite3.Database) {
  const get = database
    .prepare<[number, string, string], Buffer>(
      'SELECT vector FROM text_embedding WHERE model_id = ? AND prompts = ? AND phrase = ?',
    )
    .pluck()
  const set = database.prepare<[number, string, string, Uint8Array]>(
    'INSERT OR REPLACE INTO text_embedding (model_id, prompts, phrase, vector) VALUES (?, ?, ?, ?)',
  )

  return {
    /** @param prompts names the set of prompt templates. */
    get(modelId: number, prompts: string, phrase: string): Float32Array | null {
      const bytes = get.get(modelId, prompts, phrase)
      return bytes === undefined ? null : unpackVectors(bytes, bytes.length / 4, 'float32le').data
    },
    set: (modelId: number, prompts: string, phrase: string, vector: Float32Array): void =>
      void set.run(modelId, prompts, phrase, packFloat32(vector)),
  }
}
