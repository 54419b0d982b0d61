import type BetterSqlite3 from 'better-sqlite3'
import type { ModelInfo } from '../../contract/worker.ts'

/** What a model knows of the library. */
export interface ModelKnowledge {
  /** Photos it has looked at. */
  readonly photos: number
  /** What the numbers take in the database, in bytes: two a number, without SQLite's own. */
  readonly sizeBytes: number
}

/** The `model` table: the spaces that embeddings live in. Another version of a model is another space. */
export function createModelStore(database: BetterSqlite3.Database) {
  const byName = database.prepare<[string], { modelId: number }>('SELECT id AS modelId FROM model WHERE name = ?')
  const insert = database.prepare<[string, number], { modelId: number }>(
    'INSERT INTO model (name, embedding_dim) VALUES (?, ?) RETURNING id AS modelId',
  )

  const knowledge = database.prepare<[], { name: string; photos: number; dim: number }>(
    `SELECT model.name, model.embedding_dim AS dim,
       (SELECT count(*) FROM embedding WHERE embedding.model_id = model.id) AS photos FROM model`,
  )
  const drop = database.prepare<[number]>('DELETE FROM model WHERE id = ?')
  const dropDerived = ['prediction', 'classifier', 'text_embedding', 'background'].map((table) =>
    database.prepare<[number]>(`DELETE FROM ${table} WHERE model_id = ?`),
  )
  const isTaught = database.prepare<[number], unknown>('SELECT 1 FROM example WHERE model_id = ? LIMIT 1')
  const dropEmbeddings = database.prepare<[number]>('DELETE FROM embedding WHERE model_id = ?')

  return {
    /** By `id@version`, for every model that has ever looked at a photo here. */
    knowledge: (): ReadonlyMap<string, ModelKnowledge> =>
      new Map(knowledge.all().map(({ name, photos, dim }) => [name, { photos, sizeBytes: photos * dim * 2 }])),
    /**
     * Forgets all that a model knows: embeddings, judges, predictions, phrases. Its row stays while pictures from outside that teach
     * categories lie in its space: those are the person's.
     */
    forget(modelId: number): void {
      if (isTaught.get(modelId) === undefined) {
        drop.run(modelId)
        return
      }
      dropEmbeddings.run(modelId)
      for (const statement of dropDerived) statement.run(modelId)
    },
    /** By `id@version`. */
    idOf: (modelKey: string): number | undefined => byName.get(modelKey)?.modelId,
    /** The row of this model, made when it is new. */
    ensure: (model: Pick<ModelInfo, 'id' | 'version' | 'embeddingDim'>): number =>
      byName.get(nameOf(model))?.modelId ?? insert.get(nameOf(model), model.embeddingDim)!.modelId,
  }
}

function nameOf(model: Pick<ModelInfo, 'id' | 'version'>): string {
  return `${model.id}@${model.version}`
}
