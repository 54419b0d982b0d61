import type BetterSqlite3 from 'better-sqlite3'
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** More would cost a person disk space for schemas nobody goes back to. */
const keptBackups = 3

/**
 * Writes a compacted copy of the whole database to `<dataDir>/backups` and drops all but the newest three.
 * @returns the path of the copy. Half-written copies never carry a backup's name.
 */
export function backUpDatabase(
  database: BetterSqlite3.Database,
  dataDir: string,
  version: number,
  nowMs: number,
): string {
  const folder = join(dataDir, 'backups')
  mkdirSync(folder, { recursive: true })
  const time = new Date(nowMs).toISOString().replaceAll(/[:.]/g, '-')
  const path = join(folder, `winnow-${time}-v${version}.sqlite`)
  const partial = `${path}.partial`
  rmSync(partial, { force: true })
  database.prepare('VACUUM INTO ?').run(partial)
  renameSync(partial, path)
  const older = readdirSync(folder)
    .filter((name) => /^winnow-.*\.sqlite$/.test(name))
    .sort()
    .slice(0, -keptBackups)
  for (const name of older) rmSync(join(folder, name), { force: true })
  return path
}
