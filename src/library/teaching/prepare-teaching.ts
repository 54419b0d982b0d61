import { WinnowError } from '../../contract/error.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { judgeAgain, prepareJudge, storeJudge } from '../tagging/judge-category.ts'
import type { PreparedJudge } from '../tagging/judge-category.ts'
import { membersOf } from '../tagging/rivals.ts'

/**
 * Gathers what these categories need to learn again (their words may have to go through the text encoder). What it returns
 * learns them from all answers and examples there are by then, from scratch, and has them judge the library; to be called in
 * the transaction that stored those, through `storeSafely`.
 *
 * An answer is never held up by the worker: where words can't be read now, the category learns when it is next brought up to
 * date.
 */
export async function prepareTeaching(catalogue: Catalogue, categoryIds: Iterable<number>): Promise<() => void> {
  const { store, context } = catalogue
  const prepared: (readonly [number, PreparedJudge])[] = []
  for (const categoryId of new Set(categoryIds)) {
    const row = store.category.list().find((category) => category.categoryId === categoryId)
    if (row === undefined || row.isGroup) continue
    try {
      prepared.push([categoryId, await prepareJudge(catalogue, row)])
    } catch (error) {
      if (!(error instanceof WinnowError)) throw error
      context.surroundings.log('warn', `${row.name} could not learn from an answer yet: ${error.message}`)
    }
  }
  return () => {
    for (const [categoryId, judge] of prepared) {
      const row = store.category.list().find((category) => category.categoryId === categoryId)
      if (row !== undefined) context.events.photosChanged(storeJudge(catalogue, row, judge))
    }
    context.events.announce('categories.changed', {})
  }
}

/**
 * Has categories judge every photo again, with what they know, against the choice they are part of now; also those that were
 * part of it until now. In the caller's transaction, through `storeSafely`.
 */
export function rejudgeChoice(catalogue: Catalogue, categoryIds: readonly number[]): void {
  const { store, context } = catalogue
  const members = new Set(categoryIds.flatMap((categoryId) => membersOf(store, categoryId)))
  context.events.photosChanged(judgeAgain(catalogue, [...members]))
  context.events.announce('categories.changed', {})
}
