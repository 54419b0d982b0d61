import { choiceLogOdds } from '../../core/learning/choice-log-odds.ts'
import type { EmbeddingMatrix } from '../../core/matrix/embedding-matrix.ts'
import type { ScanQuery } from '../../core/matrix/scan-query.ts'
import type { CategoryRow } from '../store/category.ts'
import type { ChoiceRow } from '../store/choice.ts'

/** Against whom a category of a choice is judged. */
export interface Rivals {
  /** The choice's other categories that judge photos. */
  readonly queries: readonly ScanQuery[]
  /** "None of these" takes part too. */
  readonly allowsNone: boolean
}

interface ChoiceStores {
  readonly category: { list(): readonly CategoryRow[] }
  readonly choice: { list(): readonly ChoiceRow[] }
}
type Judges = ReadonlyMap<number, { readonly query: ScanQuery }>

/** The categories of a category's choice, in order, itself among them; it alone where it is part of none. */
export function membersOf({ category }: Pick<ChoiceStores, 'category'>, categoryId: number): readonly number[] {
  const rows = category.list()
  const choiceId = rows.find((row) => row.categoryId === categoryId)?.choiceId ?? null
  if (choiceId === null) return [categoryId]
  return rows
    .filter((row) => row.choiceId === choiceId)
    .toSorted((a, b) => a.choicePosition - b.choicePosition)
    .map((row) => row.categoryId)
}

/** The rivals of every category that is part of a choice. */
export function findRivals({ category, choice }: ChoiceStores, judges: Judges): ReadonlyMap<number, Rivals> {
  const found = new Map<number, Rivals>()
  const members = category.list().filter(({ choiceId }) => choiceId !== null)
  if (members.length === 0) return found
  for (const { choiceId, allowsNone } of choice.list()) {
    const ids = members.filter((row) => row.choiceId === choiceId).map(({ categoryId }) => categoryId)
    for (const categoryId of ids) {
      const queries = ids.flatMap((id) => (id === categoryId ? [] : (judges.get(id)?.query ?? [])))
      found.set(categoryId, { queries, allowsNone })
    }
  }
  return found
}

/** The log-odds of each row of the matrix from `from` up to `to` (default all), against the rivals where there are any. */
export function scoreJudge(
  matrix: Pick<EmbeddingMatrix, 'score'>,
  { query }: { readonly query: ScanQuery },
  rivals?: Rivals,
  from?: number,
  to?: number,
): Float32Array {
  const own = matrix.score(query, from, to)
  if (rivals === undefined) return own
  return choiceLogOdds(
    own,
    rivals.queries.map((rival) => matrix.score(rival, from, to)),
    rivals.allowsNone,
  )
}

/** The same for some photos, in their order; NaN for one without an embedding. */
export function scorePhotosOfJudge(
  matrix: Pick<EmbeddingMatrix, 'scorePhotos'>,
  { query }: { readonly query: ScanQuery },
  photoIds: Uint32Array,
  rivals?: Rivals,
): Float32Array {
  const own = matrix.scorePhotos(query, photoIds)
  if (rivals === undefined) return own
  return choiceLogOdds(
    own,
    rivals.queries.map((rival) => matrix.scorePhotos(rival, photoIds)),
    rivals.allowsNone,
  )
}
