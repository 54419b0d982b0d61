import BetterSqlite3 from 'better-sqlite3'
import { mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { WinnowError } from '../../contract/error.ts'
import { databaseFile, openDatabase } from './database.ts'
import { explainDatabaseError } from './database-error.ts'
import { migrations } from './migrations.ts'

function newDataDir(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'winnow-database-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  return dataDir
}

function codeOfOpening(dataDir: string, access: 'write' | 'read' = 'write', steps = migrations): string {
  try {
    openDatabase({ dataDir, access, nowMs: 0, migrations: steps }).close()
    return 'opened'
  } catch (error) {
    return error instanceof WinnowError ? error.code : String(error)
  }
}

const oneMore = [...migrations, 'CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT;']

test('a new library is in WAL mode, checks references and is as durable as it can be', () => {
  const database = openDatabase({ dataDir: newDataDir(), access: 'write', nowMs: 0 })
  const pragma = (name: string): unknown => database.pragma(name, { simple: true })
  expect([pragma('journal_mode'), pragma('foreign_keys'), pragma('synchronous'), pragma('user_version')]).toEqual([
    'wal',
    1,
    2,
    migrations.length,
  ])
  database.close()
})

test('before a migration there is a backup; three are kept', () => {
  const dataDir = newDataDir()
  for (let version = 1; version <= 5; version++) {
    const steps = [
      ...migrations,
      ...Array.from({ length: version - 1 }, (_, i) => `CREATE TABLE t${i} (id INTEGER) STRICT;`),
    ]
    openDatabase({ dataDir, access: 'write', nowMs: version * 1000, migrations: steps }).close()
  }
  const backups = readdirSync(join(dataDir, 'backups')).sort()
  expect(backups).toEqual([
    `winnow-1970-01-01T00-00-03-000Z-v${migrations.length + 1}.sqlite`,
    `winnow-1970-01-01T00-00-04-000Z-v${migrations.length + 2}.sqlite`,
    `winnow-1970-01-01T00-00-05-000Z-v${migrations.length + 3}.sqlite`,
  ])
  const backup = new BetterSqlite3(join(dataDir, 'backups', backups[0]!), { readonly: true })
  expect(backup.pragma('user_version', { simple: true })).toBe(migrations.length + 1)
  backup.close()
})

test('answers of a library from before teaching are all there afterwards, in their order', () => {
  const dataDir = newDataDir()
  const before = openDatabase({ dataDir, access: 'write', nowMs: 0, migrations: migrations.slice(0, 1) })
  before.exec(`
    INSERT INTO photo (taken_at_ms, taken_at_source) VALUES (0, 'file'), (1, 'file');
    INSERT INTO category (name, colour, created_at_ms) VALUES ('Dog', '#000000', 0);
    INSERT INTO decision (photo_id, category_id, verdict, decided_at_ms, source)
      VALUES (1, 1, 'yes', 5, 'person'), (2, 1, 'no', 6, 'carried'), (1, 1, 'undecided', 7, 'undo');
    DELETE FROM decision WHERE id = 2;`)
  const rows = 'SELECT id, photo_id, category_id, verdict, decided_at_ms, source FROM decision ORDER BY id'
  const answers = before.prepare(rows).all()
  before.close()
  const after = openDatabase({ dataDir, access: 'write', nowMs: 0 })
  expect(after.prepare(rows).all()).toEqual(answers)
  after.exec(
    `INSERT INTO decision (photo_id, category_id, verdict, decided_at_ms, source) VALUES (2, 1, 'yes', 8, 'import')`,
  )
  expect(after.prepare('SELECT max(id) FROM decision').pluck().get()).toBe(4)
  expect(after.pragma('foreign_key_check')).toEqual([])
  after.close()
})

test('what was thought of photos belongs to the model that thought it, from the library of one model on', () => {
  const dataDir = newDataDir()
  const before = openDatabase({ dataDir, access: 'write', nowMs: 0, migrations: migrations.slice(0, 4) })
  before.exec(`
    INSERT INTO photo (taken_at_ms, taken_at_source) VALUES (0, 'file'), (1, 'file');
    INSERT INTO category (name, colour, created_at_ms) VALUES ('Dog', '#000000', 0);
    INSERT INTO model (name, embedding_dim) VALUES ('early@1', 2), ('late@1', 2);
    INSERT INTO classifier (model_id, category_id, weights, bias, flat, basis, library_count) VALUES (2, 1, x'', 0, 0, '', 0);
    INSERT INTO prediction VALUES (1, 1, 'sure', 0.9), (1, 2, 'unsure', 0.4);
    INSERT INTO setting VALUES ('rejudged-through', '1');`)
  before.close()
  const after = openDatabase({ dataDir, access: 'write', nowMs: 0 })
  expect(after.prepare('SELECT * FROM prediction ORDER BY photo_id').raw().all()).toEqual([
    [2, 1, 1, 'sure', 0.9],
    [2, 1, 2, 'unsure', 0.4],
  ])
  expect(after.prepare("SELECT value FROM setting WHERE key = 'rejudged-through 2'").pluck().get()).toBe('1')
  const plan = after
    .prepare('EXPLAIN QUERY PLAN SELECT * FROM prediction WHERE photo_id = 1 AND model_id = 2')
    .raw()
    .all()
  expect(JSON.stringify(plan)).toContain('prediction_by_photo (photo_id=? AND model_id=?)')
  expect(after.pragma('foreign_key_check')).toEqual([])
  after.close()
})

test('a migration that fails leaves the library as it was', () => {
  const dataDir = newDataDir()
  openDatabase({ dataDir, access: 'write', nowMs: 0 }).close()
  const half = [...migrations, 'CREATE TABLE extra (id INTEGER) STRICT; INSERT INTO nowhere VALUES (1);']
  expect(codeOfOpening(dataDir, 'write', half)).toMatch(/no such table/)
  const database = openDatabase({ dataDir, access: 'write', nowMs: 0 })
  expect(database.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'extra'").pluck().get()).toBe(0)
  database.close()
})

test('a library of a newer Winnow is refused and left alone', () => {
  const dataDir = newDataDir()
  openDatabase({ dataDir, access: 'write', nowMs: 0, migrations: oneMore }).close()
  const before = readFileSync(databaseFile(dataDir))
  expect(codeOfOpening(dataDir)).toBe('database-too-new')
  expect(readFileSync(databaseFile(dataDir)).equals(before)).toBe(true)
})

test('a damaged library is refused with words that say what to do', () => {
  const dataDir = newDataDir()
  const database = openDatabase({ dataDir, access: 'write', nowMs: 0 })
  for (let i = 0; i < 2000; i++)
    database.prepare('INSERT INTO setting VALUES (?, ?)').run(`key ${i}`, `"${'x'.repeat(100)}"`)
  database.close()
  const bytes = readFileSync(databaseFile(dataDir))

  writeFileSync(databaseFile(dataDir), 'not a database at all, but long enough to look at. '.repeat(100))
  expect(codeOfOpening(dataDir)).toBe('database-damaged')

  const scrambled = Buffer.from(bytes)
  scrambled.fill(0xa5, 60_000, 120_000)
  writeFileSync(databaseFile(dataDir), scrambled)
  expect(codeOfOpening(dataDir, 'write', oneMore)).toBe('database-damaged')

  writeFileSync(databaseFile(dataDir), bytes)
  truncateSync(databaseFile(dataDir), 50_000)
  expect(codeOfOpening(dataDir, 'write', oneMore)).toBe('database-damaged')
})

test('another program’s database is not taken for ours', () => {
  const dataDir = newDataDir()
  const other = new BetterSqlite3(databaseFile(dataDir))
  other.exec('CREATE TABLE note (text TEXT)')
  other.close()
  expect(codeOfOpening(dataDir)).toBe('database-damaged')
})

test('a reader reads beside the writer, never writes, and needs a library of today', () => {
  const dataDir = newDataDir()
  expect(codeOfOpening(dataDir, 'read')).toBe('not-found')
  const writer = openDatabase({ dataDir, access: 'write', nowMs: 0 })
  const reader = openDatabase({ dataDir, access: 'read', nowMs: 0 })
  writer.prepare("INSERT INTO setting VALUES ('a', '1')").run()
  expect(reader.prepare('SELECT value FROM setting').pluck().get()).toBe('1')
  expect(() => reader.prepare("INSERT INTO setting VALUES ('b', '1')").run()).toThrow(/readonly/)
  reader.close()
  writer.close()
  expect(codeOfOpening(dataDir, 'read')).toBe('opened')
  expect(codeOfOpening(dataDir, 'read', oneMore)).toBe('not-available')
})

test('a full disk is said in words', () => {
  const database = openDatabase({ dataDir: newDataDir(), access: 'write', nowMs: 0 })
  database.pragma(`max_page_count = ${Number(database.pragma('page_count', { simple: true }))}`)
  let caught: unknown
  try {
    database.prepare('INSERT INTO setting VALUES (?, ?)').run('key', `"${'x'.repeat(100_000)}"`)
  } catch (error) {
    caught = explainDatabaseError(error, 'winnow.sqlite')
  }
  expect(caught).toMatchObject({ code: 'disk-full' })
  database.close()
})
