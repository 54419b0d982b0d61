import type { Catalogue } from '../catalogue/catalogue.ts'
import { breathe } from '../catalogue/breathe.ts'
import type { ActiveModel } from '../tagging/active-model.ts'
import { phrasesOf } from '../tagging/make-classifier.ts'

/** Stored in one transaction; each has taken some tens of milliseconds by then. */
const keptAtOnce = 10

/**
 * Puts the words of all categories through a model's text encoder and keeps what they became, so that its judges are made without it.
 * Those that went through it before cost nothing.
 * @param onSlice told how many phrases are done, and of how many, and waited for, where some went through it
 * @throws WinnowError as `TextDirections.get` does
 */
export async function prepareWords(
  { store }: Pick<Catalogue, 'store'>,
  model: ActiveModel,
  signal: AbortSignal,
  onSlice: (done: number, total: number) => Promise<void>,
): Promise<void> {
  const categories = store.category.list().filter(({ isGroup }) => !isGroup)
  const phrases = [...new Set(categories.flatMap((row) => [...phrasesOf(row), ...row.notWords]))]
  for (let at = 0; at < phrases.length; at += keptAtOnce) {
    const slice = phrases.slice(at, at + keptAtOnce)
    const before = slice.filter((phrase) => !model.texts.isKept(phrase))
    if (before.length === 0) continue
    await model.texts.get(before, signal)
    store.transaction(() => model.texts.keep(before))
    await onSlice(Math.min(at + keptAtOnce, phrases.length), phrases.length)
    await breathe(signal)
  }
}
