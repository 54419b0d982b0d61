import type BetterSqlite3 from 'better-sqlite3'

/** What Winnow thinks of a photo for a category; only what is at least unsure is stored. */
export interface Prediction {
  readonly band: 'sure' | 'unsure'
  /** 0 … 1, calibrated. */
  readonly probability: number
}

/** What one model thinks of the photos. */
export interface PredictionStore {
  insert(categoryId: number, photoId: number, prediction: Prediction): void
  /** Replaces one that is there. */
  update(categoryId: number, photoId: number, prediction: Prediction): void
  delete(categoryId: number, photoId: number): void
  /** Photo, band and probability of each, by photo. */
  ofCategory(categoryId: number): readonly (readonly [number, Prediction['band'], number])[]
  clearCategory(categoryId: number): void
  clearPhoto(photoId: number): void
  /** Photos of a category by band. */
  bandsOf(categoryId: number): { readonly sure: readonly number[]; readonly unsure: readonly number[] }
  ofPhoto(photoId: number): readonly (Prediction & { readonly categoryId: number })[]
}

/** What the model that serves thinks; another model's are at hand by `ofModel`. */
export interface PredictionStores extends PredictionStore {
  /** From now on this model serves. Before the first call none does, and there are no predictions. */
  serve(modelId: number): void
  ofModel(modelId: number): PredictionStore
  /** The category is gone: no model thinks anything of it any more. */
  clearCategoryOfAll(categoryId: number): void
  count(modelId: number): number
}

/** The `prediction` table: derived, replaced at will, never mixed with decisions. */
export function createPredictionStore(database: BetterSqlite3.Database): PredictionStores {
  const insert = database.prepare<[number, number, number, string, number]>(
    'INSERT INTO prediction (model_id, category_id, photo_id, band, probability) VALUES (?, ?, ?, ?, ?)',
  )
  const update = database.prepare<[string, number, number, number, number]>(
    'UPDATE prediction SET band = ?, probability = ? WHERE model_id = ? AND category_id = ? AND photo_id = ?',
  )
  const remove = database.prepare<[number, number, number]>(
    'DELETE FROM prediction WHERE model_id = ? AND category_id = ? AND photo_id = ?',
  )
  const ofCategory = database
    .prepare<[number, number], [number, Prediction['band'], number]>(
      'SELECT photo_id, band, probability FROM prediction WHERE model_id = ? AND category_id = ?',
    )
    .raw()
  const clearCategory = database.prepare<[number, number]>(
    'DELETE FROM prediction WHERE model_id = ? AND category_id = ?',
  )
  const clearCategoryOfAll = database.prepare<[number]>('DELETE FROM prediction WHERE category_id = ?')
  const clearPhoto = database.prepare<[number, number]>('DELETE FROM prediction WHERE photo_id = ? AND model_id = ?')
  // One number a row and one scan: at a start this reads half a million rows.
  const bandsOf = database
    .prepare<[number, number], number>(
      "SELECT photo_id * 2 + (band = 'sure') FROM prediction WHERE model_id = ? AND category_id = ?",
    )
    .pluck()
  const ofPhoto = database.prepare<[number, number], Prediction & { categoryId: number }>(
    'SELECT category_id AS categoryId, band, probability FROM prediction WHERE photo_id = ? AND model_id = ?',
  )
  const count = database.prepare<[number], number>('SELECT count(*) FROM prediction WHERE model_id = ?').pluck()
  let serving = 0

  function storeOf(modelId: () => number): PredictionStore {
    return {
      insert: (categoryId, photoId, { band, probability }) =>
        void insert.run(modelId(), categoryId, photoId, band, probability),
      update: (categoryId, photoId, { band, probability }) =>
        void update.run(band, probability, modelId(), categoryId, photoId),
      delete: (categoryId, photoId) => void remove.run(modelId(), categoryId, photoId),
      ofCategory: (categoryId) => ofCategory.all(modelId(), categoryId),
      clearCategory: (categoryId) => void clearCategory.run(modelId(), categoryId),
      clearPhoto: (photoId) => void clearPhoto.run(photoId, modelId()),
      bandsOf(categoryId) {
        const bands: Record<Prediction['band'], number[]> = { sure: [], unsure: [] }
        for (const coded of bandsOf.all(modelId(), categoryId))
          bands[coded % 2 === 1 ? 'sure' : 'unsure'].push(Math.floor(coded / 2))
        return bands
      },
      ofPhoto: (photoId) => ofPhoto.all(photoId, modelId()),
    }
  }

  return {
    ...storeOf(() => serving),
    serve(modelId) {
      serving = modelId
    },
    ofModel: (modelId) => storeOf(() => modelId),
    clearCategoryOfAll: (categoryId) => void clearCategoryOfAll.run(categoryId),
    count: (modelId) => count.get(modelId) ?? 0,
  }
}
