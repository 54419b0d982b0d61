import type BetterSqlite3 from 'better-sqlite3'
import { createActionStore } from './action.ts'
import { createBackgroundStore } from './background.ts'
import { createCategoryEventStore } from './category-event.ts'
import { createCategoryStore } from './category.ts'
import { createChoiceStore } from './choice.ts'
import { createClassifierStore } from './classifier.ts'
import { createDecisionStore } from './decision.ts'
import { createEmbeddingRangeStore } from './embedding-range.ts'
import { createEmbeddingStore } from './embedding.ts'
import { createExampleStore } from './example.ts'
import { createFileNameStore } from './file-name.ts'
import { createFileStore } from './file.ts'
import { createFolderContentsStore } from './folder-contents.ts'
import { createFolderStore } from './folder.ts'
import { createHealthStore } from './health.ts'
import { createModelWorkStore } from './model-work.ts'
import { createModelStore } from './model.ts'
import { createExportStore } from './export.ts'
import { createPhotoColumnStore } from './photo-columns.ts'
import { createPhotoDetailsStore } from './photo-details.ts'
import { createPhotoStore } from './photo.ts'
import { createPredictionStore } from './prediction.ts'
import { createProblemStore } from './problem.ts'
import { createSettingStore } from './setting.ts'
import { createSortDirectoryStore } from './sort-directory.ts'
import { createSortEntryStore } from './sort-entry.ts'
import { createSortRulesStore } from './sort-rules.ts'
import { createSortRunStore } from './sort-run.ts'
import { createSortSourceStore } from './sort-source.ts'
import { createTextEmbeddingStore } from './text-embedding.ts'
import { createWorkStore } from './work.ts'

export type Store = ReturnType<typeof createStore>

/** The tables of the database, their statements prepared once. */
export function createStore(database: BetterSqlite3.Database) {
  return {
    folder: createFolderStore(database),
    folderContents: createFolderContentsStore(database),
    file: createFileStore(database),
    photo: createPhotoStore(database),
    embedding: createEmbeddingStore(database),
    model: createModelStore(database),
    modelWork: createModelWorkStore(database),
    background: createBackgroundStore(database),
    work: createWorkStore(database),
    problem: createProblemStore(database),
    setting: createSettingStore(database),
    category: createCategoryStore(database),
    categoryEvent: createCategoryEventStore(database),
    decision: createDecisionStore(database),
    prediction: createPredictionStore(database),
    classifier: createClassifierStore(database),
    choice: createChoiceStore(database),
    example: createExampleStore(database),
    textEmbedding: createTextEmbeddingStore(database),
    embeddingRange: createEmbeddingRangeStore(database),
    photoColumns: createPhotoColumnStore(database),
    photoDetails: createPhotoDetailsStore(database),
    export: createExportStore(database),
    fileName: createFileNameStore(database),
    action: createActionStore(database),
    sortRun: createSortRunStore(database),
    sortRules: createSortRulesStore(database),
    sortSource: createSortSourceStore(database),
    sortEntry: createSortEntryStore(database),
    sortDirectory: createSortDirectoryStore(database),
    health: createHealthStore(database),
    /** All of `work` is stored, or none of it. Nested calls join the outer one. */
    transaction: <T>(work: () => T): T => database.transaction(work).immediate(),
    /**
     * The same for what can be found out again by scanning and reading: it does not wait for the disk, so that a power cut
     * may take the last of it. What a person says afterwards takes all before it to the disk.
     */
    quickTransaction<T>(work: () => T): T {
      if (database.inTransaction) return work()
      database.pragma('synchronous = NORMAL')
      try {
        return database.transaction(work).immediate()
      } finally {
        database.pragma('synchronous = FULL')
      }
    },
  }
}
