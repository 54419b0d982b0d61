import type BetterSqlite3 from 'better-sqlite3'
import { sortRulesSchema } from '../../core/sorting/sort-rules.ts'
import type { SortAction, SortRules } from '../../core/sorting/sort-rules.ts'

export interface SortRulesRow {
  readonly rulesId: number
  readonly name: string
  readonly rules: SortRules
  readonly action: SortAction
  readonly targetPath: string | null
  readonly usedAtMs: number | null
}

interface Raw extends Omit<SortRulesRow, 'rules'> {
  readonly rules: string
}

/** The `sort_rules` table: rules by name. */
export function createSortRulesStore(database: BetterSqlite3.Database) {
  const columns = 'id AS rulesId, name, rules, action, target_path AS targetPath, used_at_ms AS usedAtMs'
  const list = database.prepare<[], Raw>(`SELECT ${columns} FROM sort_rules ORDER BY name COLLATE NOCASE`)
  const get = database.prepare<[number], Raw>(`SELECT ${columns} FROM sort_rules WHERE id = ?`)
  const byName = database.prepare<[string], Raw>(`SELECT ${columns} FROM sort_rules WHERE name = ?`)
  const insert = database.prepare<[string, string, SortAction, string | null], { rulesId: number }>(
    'INSERT INTO sort_rules (name, rules, action, target_path) VALUES (?, ?, ?, ?) RETURNING id AS rulesId',
  )
  const update = database.prepare<[string, string, SortAction, string | null, number]>(
    'UPDATE sort_rules SET name = ?, rules = ?, action = ?, target_path = ? WHERE id = ?',
  )
  const setUsed = database.prepare<[string, number, number]>(
    'UPDATE sort_rules SET target_path = ?, used_at_ms = ? WHERE id = ?',
  )
  const remove = database.prepare<[number]>('DELETE FROM sort_rules WHERE id = ?')

  return {
    /** By name. */
    list: (): readonly SortRulesRow[] => list.all().map(fromRaw),
    get: (rulesId: number): SortRulesRow | null => mapped(get.get(rulesId)),
    /** Case does not matter. */
    byName: (name: string): SortRulesRow | null => mapped(byName.get(name)),
    insert: (rules: Omit<SortRulesRow, 'rulesId' | 'usedAtMs'>): number =>
      insert.get(rules.name, JSON.stringify(rules.rules), rules.action, rules.targetPath)!.rulesId,
    update: (rules: Omit<SortRulesRow, 'usedAtMs'>): void =>
      void update.run(rules.name, JSON.stringify(rules.rules), rules.action, rules.targetPath, rules.rulesId),
    setUsed: (rulesId: number, targetPath: string, atMs: number): void => void setUsed.run(targetPath, atMs, rulesId),
    /** Whether it was there. */
    remove: (rulesId: number): boolean => remove.run(rulesId).changes > 0,
  }
}

function mapped(raw: Raw | undefined): SortRulesRow | null {
  return raw === undefined ? null : fromRaw(raw)
}

function fromRaw(raw: Raw): SortRulesRow {
  return { ...raw, rules: sortRulesSchema.parse(JSON.parse(raw.rules)) }
}
