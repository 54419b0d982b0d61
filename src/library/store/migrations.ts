import { firstMigration } from './migrations/0001-first.ts'
import { teachingMigration } from './migrations/0002-teaching.ts'
import { categoryEventsMigration } from './migrations/0003-category-events.ts'
import { sortingMigration } from './migrations/0004-sorting.ts'
import { modelsMigration } from './migrations/0005-models.ts'

/** SQL that lifts the schema by one, in order: the first makes version 1. Never edited once released, only appended to. */
export const migrations: readonly string[] = [
  firstMigration,
  teachingMigration,
  categoryEventsMigration,
  sortingMigration,
  modelsMigration,
]
