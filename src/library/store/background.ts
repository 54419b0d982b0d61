import type BetterSqlite3 from 'better-sqlite3'
import { encodeFloat16 } from '../../core/vector/float16.ts'
import { unpackVectors } from '../../core/vector/unpack-vectors.ts'
import type { VectorMatrix } from '../../core/vector/vector-matrix.ts'

/** The `background` table: what models that bring no ordinary photos are calibrated on instead. */
export function createBackgroundStore(database: BetterSqlite3.Database) {
  const origin = database.prepare<[number], string>('SELECT origin FROM background WHERE model_id = ?').pluck()
  const get = database.prepare<[number], { rows: number; vectors: Buffer }>(
    'SELECT row_count AS rows, vectors FROM background WHERE model_id = ?',
  )
  const set = database.prepare<[number, string, number, Uint8Array]>(
    `INSERT INTO background (model_id, origin, row_count, vectors) VALUES (?, ?, ?, ?)
     ON CONFLICT (model_id) DO UPDATE SET origin = excluded.origin, row_count = excluded.row_count, vectors = excluded.vectors`,
  )

  return {
    /** What its vectors are and from how large a library; null where there are none. */
    origin: (modelId: number): string | null => origin.get(modelId) ?? null,
    /** As exact as it is kept, float16; null where there is none. */
    get(modelId: number): VectorMatrix | null {
      const row = get.get(modelId)
      return row === undefined ? null : unpackVectors(row.vectors, row.vectors.length / 2 / row.rows, 'float16le')
    },
    set: (modelId: number, from: string, { data, rows }: VectorMatrix): void =>
      void set.run(modelId, from, rows, encodeFloat16(data)),
  }
}
