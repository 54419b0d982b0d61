import type BetterSqlite3 from 'better-sqlite3'
import { createEmbeddingStore } from './embedding.ts'
import { createFileStore } from './file.ts'
import { createFolderContentsStore } from './folder-contents.ts'
import { createFolderStore } from './folder.ts'
import { createModelStore } from './model.ts'
import { createPhotoStore } from './photo.ts'
import { createProblemStore } from './problem.ts'
import { createSettingStore } from './setting.ts'
import { createWorkStore } from './work.ts'

export type Store = ReturnType<typeof createStore>

/** The tables that scanning, indexing and media need, their statements prepared once. */
export function createStore(database: BetterSqlite3.Database) {
  return {
    folder: createFolderStore(database),
    folderContents: createFolderContentsStore(database),
    file: createFileStore(database),
    photo: createPhotoStore(database),
    embedding: createEmbeddingStore(database),
    model: createModelStore(database),
    work: createWorkStore(database),
    problem: createProblemStore(database),
    setting: createSettingStore(database),
    /** All of `work` is stored, or none of it. Nested calls join the outer one. */
    transaction: <T>(work: () => T): T => database.transaction(work).immediate(),
  }
}
