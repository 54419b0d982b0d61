import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from './database.ts'
import { migrations } from './migrations.ts'
import { createStore } from './store.ts'

test('answers given before there were events have a history too: those of one moment were one step', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'winnow-database-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }))
  const old = openDatabase({ dataDir, access: 'write', nowMs: 0, migrations: migrations.slice(0, 1) })
  old.exec(`
    INSERT INTO photo (id, taken_at_ms, taken_at_source) VALUES (1, 0, 'file'), (2, 0, 'file');
    INSERT INTO category (id, name, colour, created_at_ms) VALUES (7, 'Guitars', '#112233', 0), (8, 'Dogs', '#112233', 0);
    INSERT INTO decision (photo_id, category_id, verdict, decided_at_ms, source) VALUES
      (1, 7, 'yes', 10, 'person'), (2, 7, 'yes', 10, 'person'), (1, 8, 'no', 20, 'person'),
      (2, 7, 'undecided', 30, 'undo'), (2, 8, 'no', 20, 'carried');
  `)
  old.close()
  const database = openDatabase({ dataDir, access: 'write', nowMs: 0 })
  const { categoryEvent } = createStore(database)
  const facts = (categoryId: number) =>
    categoryEvent
      .ofCategory(categoryId)
      .map(({ source, atMs, firstDecisionId, throughDecisionId }) => [source, atMs, firstDecisionId, throughDecisionId])
  expect(facts(7)).toEqual([
    ['you', 10, 1, 2],
    ['undo', 30, 4, 4],
  ])
  expect(facts(8)).toEqual([['you', 20, 3, 3]])
  expect(categoryEvent.decisions(7).map(({ decisionId }) => decisionId)).toEqual([1, 2, 4])
  database.close()
})
