import type BetterSqlite3 from 'better-sqlite3'
import type { Verdict } from '../../contract/primitives.ts'

export type DecisionSource = 'person' | 'undo' | 'redo' | 'carried' | 'import'

/** The latest answer for one photo and category. */
export interface Decided {
  readonly verdict: Verdict
  readonly decidedAtMs: number
}

export interface NewDecision extends Decided {
  readonly photoId: number
  readonly categoryId: number
  readonly source: DecisionSource
  /** How far above the cut Winnow's score was just before, in log-odds; absent where not known. */
  readonly marginBefore?: number | null
}

/** An answer and what Winnow would have said just before it. */
export interface Surprise {
  readonly verdict: Verdict
  readonly decidedAtMs: number
  readonly marginBefore: number
}

export type DecisionStore = ReturnType<typeof createDecisionStore>

/**
 * The `decision` table: the person's word. Only ever appended to; the latest row of a photo and category wins. Every row
 * comes from `decide`, undo or redo, or carries such a row on to another version of the photo: nothing that Winnow computes
 * is written here.
 */
export function createDecisionStore(database: BetterSqlite3.Database) {
  const append = database.prepare<[NewDecision]>(
    `INSERT INTO decision (photo_id, category_id, verdict, decided_at_ms, source, margin_before)
     VALUES (@photoId, @categoryId, @verdict, @decidedAtMs, @source, @marginBefore)`,
  )
  const latest = database.prepare<[number, number], Decided>(
    `SELECT verdict, decided_at_ms AS decidedAtMs FROM decision WHERE category_id = ? AND photo_id = ?
     ORDER BY id DESC LIMIT 1`,
  )
  // SQLite takes the other columns of a max() from the row that has it.
  const ofPhoto = database.prepare<[number], Decided & { categoryId: number }>(
    `SELECT category_id AS categoryId, verdict, decided_at_ms AS decidedAtMs, max(id) FROM decision
     WHERE photo_id = ? GROUP BY category_id`,
  )
  const ofCategory = database.prepare<[number], { photoId: number; verdict: Verdict }>(
    `SELECT photo_id AS photoId, verdict, max(id) FROM decision WHERE category_id = ? GROUP BY photo_id`,
  )
  const latestFirst = database
    .prepare<[number, Verdict, number], number>(
      `SELECT photoId FROM (
         SELECT photo_id AS photoId, verdict, max(id) AS latestId FROM decision WHERE category_id = ? GROUP BY photo_id)
       WHERE verdict = ? ORDER BY latestId DESC LIMIT ?`,
    )
    .pluck()
  const surprises = database.prepare<[number, number], Surprise>(
    `SELECT verdict, decided_at_ms AS decidedAtMs, margin_before AS marginBefore FROM decision
     WHERE category_id = ? AND margin_before IS NOT NULL AND source = 'person' AND verdict <> 'undecided'
     ORDER BY id DESC LIMIT ?`,
  )
  const categories = database.prepare<[], number>('SELECT DISTINCT category_id FROM decision').pluck()
  const repoint = database.prepare<[number, number]>('UPDATE decision SET photo_id = ? WHERE photo_id = ?')

  return {
    append: (decision: NewDecision): void => void append.run({ marginBefore: null, ...decision }),
    latest: (categoryId: number, photoId: number): Decided | null => latest.get(categoryId, photoId) ?? null,
    /** One answer a category, `undecided` where one was taken back. */
    ofPhoto: (photoId: number): readonly (Decided & { readonly categoryId: number })[] => ofPhoto.all(photoId),
    /** One answer a photo, `undecided` where one was taken back. */
    ofCategory: (categoryId: number): readonly { readonly photoId: number; readonly verdict: Verdict }[] =>
      ofCategory.all(categoryId),
    /** Photos of this verdict, those that got it last first. */
    latestFirst: (categoryId: number, verdict: Verdict, limit: number): readonly number[] =>
      latestFirst.all(categoryId, verdict, limit),
    /** The last answers of which it is known what Winnow would have said, latest first. */
    surprises: (categoryId: number, limit: number): readonly Surprise[] => surprises.all(categoryId, limit),
    /** Categories that were ever answered about. */
    categories: (): readonly number[] => categories.all(),
    /**
     * Two photos are one: `toPhotoId` takes over all rows of `fromPhotoId`. Row ids rise with time, so that of two answers
     * that contradict each other the later one wins.
     */
    repoint: (fromPhotoId: number, toPhotoId: number): void => void repoint.run(toPhotoId, fromPhotoId),
  }
}
