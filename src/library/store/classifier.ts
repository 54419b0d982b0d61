import type BetterSqlite3 from 'better-sqlite3'
import type { CategoryClassifier } from '../../core/tagging/category-classifier.ts'
import { packFloat32, unpackVectors } from '../../core/vector/unpack-vectors.ts'

/** What answers made of a category's words, beside the weights themselves. */
export interface StoredTeaching {
  /** The part of the weights that comes from answers. */
  readonly lesson: Float32Array
  /** JSON, parsed by who knows its shape. */
  readonly json: string
}

/** A category's judge as it was last made. */
export interface StoredClassifier extends CategoryClassifier {
  readonly categoryId: number
  /** Null for one from words alone. */
  readonly teaching: StoredTeaching | null
  /** What it was made from; another value means that it must be made again. */
  readonly basis: string
  /** Photos in the library when its background was last mixed with it. */
  readonly libraryCount: number
}

/** The `classifier` table: derived like predictions, and stored in the same transaction as those it makes. */
export function createClassifierStore(database: BetterSqlite3.Database) {
  const list = database.prepare<
    [number],
    {
      categoryId: number
      weights: Buffer
      bias: number
      flat: number
      basis: string
      libraryCount: number
      lesson: Buffer | null
      teaching: string | null
    }
  >(
    `SELECT category_id AS categoryId, weights, bias, flat, basis, library_count AS libraryCount, lesson, teaching
     FROM classifier WHERE model_id = ?`,
  )
  const origins = database.prepare<[number], Pick<StoredClassifier, 'categoryId' | 'basis' | 'libraryCount'>>(
    'SELECT category_id AS categoryId, basis, library_count AS libraryCount FROM classifier WHERE model_id = ?',
  )
  const set = database.prepare<
    [number, number, Uint8Array, number, number, string, number, Uint8Array | null, string | null]
  >(
    `INSERT INTO classifier (model_id, category_id, weights, bias, flat, basis, library_count, lesson, teaching)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (model_id, category_id) DO UPDATE SET weights = excluded.weights, bias = excluded.bias,
       flat = excluded.flat, basis = excluded.basis, library_count = excluded.library_count, lesson = excluded.lesson,
       teaching = excluded.teaching`,
  )

  const judgedAs = database
    .prepare<[number], [number, string | null]>('SELECT category_id, judged_as FROM classifier WHERE model_id = ?')
    .raw()
  const setJudgedAs = database.prepare<[string, number, number]>(
    'UPDATE classifier SET judged_as = ? WHERE model_id = ? AND category_id = ?',
  )
  const forgetJudged = database.prepare<[number]>('UPDATE classifier SET judged_as = NULL WHERE category_id = ?')

  return {
    list: (modelId: number): readonly StoredClassifier[] =>
      list.all(modelId).map(({ weights, flat, lesson, teaching, ...row }) => ({
        ...row,
        weights: numbersOf(weights),
        flat: flat === 1,
        teaching: lesson === null || teaching === null ? null : { lesson: numbersOf(lesson), json: teaching },
      })),
    /** What each was made from, without its weights. */
    origins: (modelId: number) => origins.all(modelId),
    /** Categories that a model has judges for. */
    categories: (modelId: number): readonly number[] => origins.all(modelId).map(({ categoryId }) => categoryId),
    /** What the stored predictions of a model that does not serve were made under, by category; see `judgedAs`. */
    judgedAs: (modelId: number): ReadonlyMap<number, string | null> => new Map(judgedAs.all(modelId)),
    setJudgedAs: (modelId: number, categoryId: number, value: string): void =>
      void setJudgedAs.run(value, modelId, categoryId),
    /** A category was removed: should it come back, every model has to judge photos for it again. */
    forgetJudged: (categoryId: number): void => void forgetJudged.run(categoryId),
    set: (modelId: number, classifier: StoredClassifier): void =>
      void set.run(
        modelId,
        classifier.categoryId,
        packFloat32(classifier.weights),
        classifier.bias,
        classifier.flat ? 1 : 0,
        classifier.basis,
        classifier.libraryCount,
        classifier.teaching === null ? null : packFloat32(classifier.teaching.lesson),
        classifier.teaching?.json ?? null,
      ),
  }
}

function numbersOf(bytes: Buffer): Float32Array {
  return unpackVectors(bytes, bytes.length / 4, 'float32le').data
}
