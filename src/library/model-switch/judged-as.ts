import type { Store } from '../store/store.ts'
import { shortHash } from '../tagging/model-data.ts'

type Stores = Pick<Store, 'category' | 'choice'>

/**
 * What predictions of each category are made under, beside its judge: its strictness, and whom it is compared with. While a model
 * does not serve, nobody makes its predictions anew when these change; so they are written down when it stops, and compared before
 * it serves again.
 */
export function judgedAs({ category, choice }: Stores): ReadonlyMap<number, string> {
  const rows = category.list().filter(({ isGroup }) => !isGroup)
  const choices = new Map(choice.list().map((row) => [row.choiceId, row]))
  return new Map(
    rows.map(({ categoryId, strictness, choiceId }) => {
      const members = choiceId === null ? [] : rows.filter((row) => row.choiceId === choiceId)
      const rivals = members.map((row) => row.categoryId).toSorted((a, b) => a - b)
      return [categoryId, shortHash([strictness, rivals, choices.get(choiceId ?? 0)?.allowsNone ?? null])]
    }),
  )
}

/** Writes it down for all categories that a model has judges for. In a transaction. */
export function keepJudgedAs(
  { classifier }: Pick<Store, 'classifier'>,
  modelId: number,
  values: ReadonlyMap<number, string>,
): void {
  for (const [categoryId, value] of values) classifier.setJudgedAs(modelId, categoryId, value)
}
