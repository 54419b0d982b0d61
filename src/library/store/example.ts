import type BetterSqlite3 from 'better-sqlite3'
import { encodeFloat16 } from '../../core/vector/float16.ts'
import { unpackVectors } from '../../core/vector/unpack-vectors.ts'

/** A picture from outside the library that teaches a category. */
export interface ExampleRow {
  readonly exampleId: number
  readonly categoryId: number
  readonly name: string
  readonly verdict: 'yes' | 'no'
  readonly source: 'person' | 'import'
  /** Of the file's bytes, where it is known. */
  readonly contentHash: string | null
}

export interface NewExample extends Omit<ExampleRow, 'exampleId'> {
  /** Null for an import that brought hashes only. */
  readonly embedding: { readonly modelId: number; readonly vector: Float32Array } | null
}

export interface TeachingExample {
  readonly exampleId: number
  readonly name: string
  readonly isYes: boolean
  readonly embedding: Float32Array
}

/** The `example` table. A removed one is kept, for undo. */
export function createExampleStore(database: BetterSqlite3.Database) {
  const columns = 'id AS exampleId, category_id AS categoryId, name, verdict, source, content_hash AS contentHash'
  const insert = database.prepare<
    [Omit<NewExample, 'embedding'> & { modelId: number | null; vector: Uint8Array | null; nowMs: number }],
    { exampleId: number }
  >(
    `INSERT INTO example (category_id, name, content_hash, model_id, vector, verdict, source, added_at_ms)
     VALUES (@categoryId, @name, @contentHash, @modelId, @vector, @verdict, @source, @nowMs) RETURNING id AS exampleId`,
  )
  const get = database.prepare<[number], ExampleRow>(
    `SELECT ${columns} FROM example WHERE id = ? AND removed_at_ms IS NULL`,
  )
  const ofCategory = database.prepare<[number], ExampleRow>(
    `SELECT ${columns} FROM example WHERE category_id = ? AND removed_at_ms IS NULL ORDER BY id`,
  )
  // One that lies in another model's space, and is the same picture as a photo of the library, teaches by what this model sees there.
  const vectorFor = `CASE WHEN example.model_id = @modelId THEN example.vector ELSE (
    SELECT embedding.vector FROM photo CROSS JOIN embedding
      ON embedding.model_id = @modelId AND embedding.photo_id = photo.id
    WHERE photo.content_hash = example.content_hash) END`
  const teaching = database.prepare<
    [{ categoryId: number; modelId: number }],
    { exampleId: number; name: string; verdict: string; vector: Buffer }
  >(
    `SELECT id AS exampleId, name, verdict, ${vectorFor} AS vector FROM example
     WHERE category_id = @categoryId AND removed_at_ms IS NULL AND ${vectorFor} IS NOT NULL
       -- What the person says about the same picture, as a photo of the library, is worth more.
       AND coalesce((SELECT decision.verdict FROM photo JOIN decision ON decision.photo_id = photo.id
         WHERE photo.content_hash = example.content_hash AND decision.category_id = example.category_id
         ORDER BY decision.id DESC LIMIT 1), 'undecided') = 'undecided'
     ORDER BY id`,
  )
  const counts = database.prepare<[], { categoryId: number; count: number }>(
    'SELECT category_id AS categoryId, count(*) AS count FROM example WHERE removed_at_ms IS NULL GROUP BY category_id',
  )
  const silent = database.prepare<[{ modelId: number }], { categoryId: number; count: number }>(
    `SELECT category_id AS categoryId, count(*) AS count FROM example
     WHERE removed_at_ms IS NULL AND ${vectorFor} IS NULL GROUP BY category_id`,
  )
  const setRemoved = database.prepare<[number | null, number]>('UPDATE example SET removed_at_ms = ? WHERE id = ?')

  return {
    insert: ({ embedding, ...row }: NewExample, nowMs: number): number =>
      insert.get({
        ...row,
        modelId: embedding?.modelId ?? null,
        vector: embedding === null ? null : encodeFloat16(embedding.vector),
        nowMs,
      })!.exampleId,
    /** Null when it is not there or was removed. */
    get: (exampleId: number): ExampleRow | null => get.get(exampleId) ?? null,
    /** In the order they were added. */
    ofCategory: (categoryId: number): readonly ExampleRow[] => ofCategory.all(categoryId),
    /** How many of each category say nothing to this model: only another one has looked at them. */
    silentCounts: (modelId: number): ReadonlyMap<number, number> =>
      new Map(silent.all({ modelId }).map(({ categoryId, count }) => [categoryId, count])),
    /** Those that this model has looked at, with their vectors, but for photos of the library that have an answer of their own. */
    teaching: (categoryId: number, modelId: number): readonly TeachingExample[] =>
      teaching.all({ categoryId, modelId }).map(({ vector, verdict, ...row }) => ({
        ...row,
        isYes: verdict === 'yes',
        embedding: unpackVectors(vector, vector.length / 2, 'float16le').data,
      })),
    /** How many each category has. */
    counts: (): ReadonlyMap<number, number> =>
      new Map(counts.all().map(({ categoryId, count }) => [categoryId, count])),
    /** `null` brings it back. */
    setRemoved: (exampleId: number, atMs: number | null): void => void setRemoved.run(atMs, exampleId),
  }
}
