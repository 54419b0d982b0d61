import { WinnowError } from '../../contract/error.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { judgeAgain, judgeOf, learnJudge, prepareJudge } from '../tagging/judge-category.ts'
import type { PreparedJudge } from '../tagging/judge-category.ts'
import { membersOf } from '../tagging/rivals.ts'
import { singlesOf } from './change.ts'
import type { Change, ChangedFields } from './change.ts'
import type { Direction } from './prepare-change.ts'

/**
 * Gathers what the categories that a change is about need to learn from it; what it returns has them learn and judge the whole
 * library, each once however much is said about it, in the caller's transaction, after the change and with no pause since
 * `catalogue.feed.dropGone()`.
 * @throws WinnowError `cancelled`
 */
export async function prepareLearning(
  catalogue: Catalogue,
  change: Change,
  direction: Direction,
  signal?: AbortSignal,
): Promise<() => void> {
  const { store } = catalogue
  if (catalogue.model === null) return () => undefined
  const { taught, compared, fields } = concernsOf(change, direction)
  const prepared = new Map<number, PreparedJudge>()
  for (const row of store.category.list()) {
    if (!taught.has(row.categoryId) || row.isGroup) continue
    // The words that it will have: they may be part of the same change.
    const { name = row.name, words = row.words, notWords = row.notWords } = fields.get(row.categoryId) ?? {}
    try {
      const category = { key: row.key, name, words, notWords }
      prepared.set(row.categoryId, await prepareJudge(catalogue, category, signal))
    } catch (error) {
      // An answer is never held up by the worker: the category learns when it is next brought up to date.
      if (!(error instanceof WinnowError) || error.code === 'cancelled') throw error
      catalogue.context.surroundings.log('warn', `${row.name} could not learn from an answer yet: ${error.message}`)
    }
  }
  await catalogue.model?.matrixReady()

  return () => {
    const { model } = catalogue
    if (model === null) return
    const judging = new Set<number>()
    for (const row of store.category.list()) {
      const { categoryId } = row
      const judge = prepared.get(categoryId)
      if (judge?.made?.model === model) {
        const classifier = learnJudge(catalogue, model, { ...row, ...judge.category }, judge.made)
        store.classifier.set(model.modelId, classifier)
        model.texts.keep(judge.phrases)
        model.judges.set(categoryId, judgeOf(classifier, row.strictness))
      }
      // What one category of a choice learned, the others win or lose photos by.
      if (judge !== undefined || compared.has(categoryId)) {
        for (const member of membersOf(store, categoryId)) judging.add(member)
      }
    }
    if (judging.size === 0) return
    catalogue.context.events.photosChanged(judgeAgain(catalogue, [...judging]))
    catalogue.context.events.announce('categories.changed', {})
  }
}

interface Concerns {
  /** Categories whose answers or examples change. */
  readonly taught: ReadonlySet<number>
  /** Categories that are compared with others than before. */
  readonly compared: ReadonlySet<number>
  /** Fields that categories will have. */
  readonly fields: ReadonlyMap<number, ChangedFields>
}

function concernsOf(change: Change, direction: Direction): Concerns {
  const taught = new Set<number>()
  const compared = new Set<number>()
  const fields = new Map<number, ChangedFields>()
  for (const single of singlesOf(change)) {
    if (single.kind === 'decisions' || single.kind === 'examples-added' || single.kind === 'examples-removed') {
      taught.add(single.categoryId)
    } else if (single.kind === 'choice-changed') {
      for (const state of [single.before, single.after]) {
        for (const categoryId of state?.categoryIds ?? []) compared.add(categoryId)
      }
    } else if (single.kind === 'category-updated') {
      fields.set(single.categoryId, direction === 'undo' ? single.before : single.after)
    }
  }
  return { taught, compared, fields }
}
