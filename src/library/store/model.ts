import type BetterSqlite3 from 'better-sqlite3'
import type { ModelInfo } from '../../contract/worker.ts'

/** The `model` table: the spaces that embeddings live in. Another version of a model is another space. */
export function createModelStore(database: BetterSqlite3.Database) {
  const byName = database.prepare<[string], { modelId: number }>('SELECT id AS modelId FROM model WHERE name = ?')
  const insert = database.prepare<[string, number], { modelId: number }>(
    'INSERT INTO model (name, embedding_dim) VALUES (?, ?) RETURNING id AS modelId',
  )

  return {
    find: (model: Pick<ModelInfo, 'id' | 'version'>): number | undefined => byName.get(nameOf(model))?.modelId,
    /** The row of this model, made when it is new. */
    ensure: (model: Pick<ModelInfo, 'id' | 'version' | 'embeddingDim'>): number =>
      byName.get(nameOf(model))?.modelId ?? insert.get(nameOf(model), model.embeddingDim)!.modelId,
  }
}

function nameOf(model: Pick<ModelInfo, 'id' | 'version'>): string {
  return `${model.id}@${model.version}`
}
