import type BetterSqlite3 from 'better-sqlite3'
import type { Verdict } from '../../contract/primitives.ts'
import type { DecisionSource } from './decision.ts'

export interface CategoryEventRow {
  readonly eventId: number
  readonly categoryId: number
  readonly atMs: number
  readonly source: 'you' | 'undo' | 'import'
  /** A sentence, where what is in the event does not say all. */
  readonly label: string | null
  /** The first of its answers; null where it has none. */
  readonly firstDecisionId: number | null
  /** The latest answer about anything when it happened. */
  readonly throughDecisionId: number
  /** JSON, parsed by who knows its shape. */
  readonly details: string
}

/** One row of the decision table, as a history needs it. */
export interface DecisionRow {
  readonly decisionId: number
  readonly photoId: number
  readonly verdict: Verdict
  readonly decidedAtMs: number
  readonly source: DecisionSource
}

/** The `category_event` table, and the answers that its rows stand for. Only ever appended to. */
export function createCategoryEventStore(database: BetterSqlite3.Database) {
  const columns = `id AS eventId, category_id AS categoryId, at_ms AS atMs, source, label,
    first_decision_id AS firstDecisionId, through_decision_id AS throughDecisionId, details`
  const insert = database.prepare<[Omit<CategoryEventRow, 'eventId'>]>(
    `INSERT INTO category_event (category_id, at_ms, source, label, first_decision_id, through_decision_id, details)
     VALUES (@categoryId, @atMs, @source, @label, @firstDecisionId, @throughDecisionId, @details)`,
  )
  const ofCategory = database.prepare<[number], CategoryEventRow>(
    `SELECT ${columns} FROM category_event WHERE category_id = ? ORDER BY id`,
  )
  const lastThrough = database
    .prepare<[], number>('SELECT through_decision_id FROM category_event ORDER BY id DESC LIMIT 1')
    .pluck()
  const lastDecision = database.prepare<[], number | null>('SELECT max(id) FROM decision').pluck()
  // By row id, of which only the last step's are new: `+` keeps SQLite from walking all answers of the category.
  const firstSaidAfter = database
    .prepare<[number, number], number | null>(
      "SELECT min(id) FROM decision WHERE id > ? AND +category_id = ? AND +source <> 'carried'",
    )
    .pluck()
  const decisions = database.prepare<[number], DecisionRow>(
    `SELECT id AS decisionId, photo_id AS photoId, verdict, decided_at_ms AS decidedAtMs, source
     FROM decision WHERE category_id = ? ORDER BY id`,
  )

  return {
    /** The events of one step, each about another category. Answers given since the step before are theirs. */
    appendStep(events: readonly Omit<CategoryEventRow, 'eventId' | 'firstDecisionId' | 'throughDecisionId'>[]): void {
      const before = lastThrough.get() ?? 0
      const throughDecisionId = lastDecision.get() ?? 0
      for (const event of events) {
        insert.run({
          ...event,
          firstDecisionId: firstSaidAfter.get(before, event.categoryId) ?? null,
          throughDecisionId,
        })
      }
    },
    /** In the order they happened. */
    ofCategory: (categoryId: number): readonly CategoryEventRow[] => ofCategory.all(categoryId),
    /** All answers ever given about a category, in the order they were stored. */
    decisions: (categoryId: number): readonly DecisionRow[] => decisions.all(categoryId),
  }
}
