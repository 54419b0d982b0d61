import type BetterSqlite3 from 'better-sqlite3'

/** What Winnow thinks of a photo for a category; only what is at least unsure is stored. */
export interface Prediction {
  readonly band: 'sure' | 'unsure'
  /** 0 … 1, calibrated. */
  readonly probability: number
}

export type PredictionStore = ReturnType<typeof createPredictionStore>

/** The `prediction` table: derived, replaced at will, never mixed with decisions. */
export function createPredictionStore(database: BetterSqlite3.Database) {
  const insert = database.prepare<[number, number, string, number]>(
    'INSERT INTO prediction (category_id, photo_id, band, probability) VALUES (?, ?, ?, ?)',
  )
  const update = database.prepare<[string, number, number, number]>(
    'UPDATE prediction SET band = ?, probability = ? WHERE category_id = ? AND photo_id = ?',
  )
  const remove = database.prepare<[number, number]>('DELETE FROM prediction WHERE category_id = ? AND photo_id = ?')
  const ofCategory = database
    .prepare<[number], [number, Prediction['band'], number]>(
      'SELECT photo_id, band, probability FROM prediction WHERE category_id = ?',
    )
    .raw()
  const clearCategory = database.prepare<[number]>('DELETE FROM prediction WHERE category_id = ?')
  const clearPhoto = database.prepare<[number]>('DELETE FROM prediction WHERE photo_id = ?')
  // One number a row and one scan: at a start this reads half a million rows.
  const bandsOf = database
    .prepare<[number], number>("SELECT photo_id * 2 + (band = 'sure') FROM prediction WHERE category_id = ?")
    .pluck()
  const ofPhoto = database.prepare<[number], Prediction & { categoryId: number }>(
    'SELECT category_id AS categoryId, band, probability FROM prediction WHERE photo_id = ?',
  )

  return {
    insert: (categoryId: number, photoId: number, { band, probability }: Prediction): void =>
      void insert.run(categoryId, photoId, band, probability),
    /** Replaces one that is there. */
    update: (categoryId: number, photoId: number, { band, probability }: Prediction): void =>
      void update.run(band, probability, categoryId, photoId),
    delete: (categoryId: number, photoId: number): void => void remove.run(categoryId, photoId),
    /** Photo, band and probability of each, by photo. */
    ofCategory: (categoryId: number): readonly (readonly [number, Prediction['band'], number])[] =>
      ofCategory.all(categoryId),
    clearCategory: (categoryId: number): void => void clearCategory.run(categoryId),
    clearPhoto: (photoId: number): void => void clearPhoto.run(photoId),
    /** Photos of a category by band. */
    bandsOf(categoryId: number): { readonly sure: readonly number[]; readonly unsure: readonly number[] } {
      const bands: Record<Prediction['band'], number[]> = { sure: [], unsure: [] }
      for (const coded of bandsOf.all(categoryId))
        bands[coded % 2 === 1 ? 'sure' : 'unsure'].push(Math.floor(coded / 2))
      return bands
    },
    ofPhoto: (photoId: number): readonly (Prediction & { readonly categoryId: number })[] => ofPhoto.all(photoId),
  }
}
