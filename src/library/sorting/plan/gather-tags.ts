import type { SortFile } from '../../../core/sorting/sort-facts.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import { breathe } from '../../catalogue/breathe.ts'

type Tag = SortFile['tags'][number]

interface RankedTag extends Tag {
  readonly rank: number
}

/**
 * The tags of all photos, best first: what the person said, then what Winnow is sure of, then what it would ask about; the
 * person's own categories before built-in ones that are as sure, as in captions.
 * @param wanted categories; null: all
 */
export async function gatherTags(
  { store }: Pick<Catalogue, 'store'>,
  wanted: ReadonlySet<number> | null,
  signal: AbortSignal,
): Promise<ReadonlyMap<number, readonly Tag[]>> {
  const ranked = new Map<number, RankedTag[]>()
  const add = (photoId: number, tag: RankedTag): void => {
    const tags = ranked.get(photoId)
    if (tags === undefined) ranked.set(photoId, [tag])
    else tags.push(tag)
  }
  for (const { categoryId, key, hidden } of store.category.list()) {
    if (wanted !== null && !wanted.has(categoryId)) continue
    const own = key === null ? 0.5 : 0
    const verdicts = new Map(store.decision.ofCategory(categoryId).map(({ photoId, verdict }) => [photoId, verdict]))
    for (const [photoId, verdict] of verdicts) {
      if (verdict === 'yes') add(photoId, { categoryId, band: 'sure', rank: 6 + own })
    }
    if (!hidden) {
      for (const [photoId, band, probability] of store.prediction.ofCategory(categoryId)) {
        const verdict = verdicts.get(photoId)
        if (verdict === 'yes' || verdict === 'no') continue
        add(photoId, { categoryId, band, rank: (band === 'sure' ? 4 : 2) + own + probability / 4 })
      }
    }
    await breathe(signal)
  }
  for (const tags of ranked.values()) tags.sort((a, b) => b.rank - a.rank || a.categoryId - b.categoryId)
  return ranked
}
