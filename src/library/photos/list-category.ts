import { orderByWorth } from '../../core/search/order-by-worth.ts'
import { probabilityOf } from '../../core/tagging/probability.ts'
import { topK } from '../../core/search/top-k.ts'
import type { PhotoSet } from '../../core/search/photo-set.ts'
import type { Band } from '../../contract/primitives.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { findRivals, scoreJudge, scorePhotosOfJudge } from '../tagging/rivals.ts'
import { byTime } from './filter-photos.ts'
import type { OrderedPhotos } from './photo-list.ts'

/** What is certainly not in a category is the whole rest of a library; more of it than this tells nobody anything. */
const mostNots = 1000

/**
 * One category's photos among `candidates`: the band that is asked for, else what is shown and behind `cutIndex` what Winnow
 * is unsure of. Best first: the person's own yes, then by probability.
 */
export function listCategory(
  catalogue: Catalogue,
  candidates: PhotoSet,
  options: {
    readonly categoryId: number
    readonly band: Band | undefined
    readonly order: 'newest' | 'oldest' | 'best'
  },
): OrderedPhotos {
  const { categoryId, band, order } = options
  const { shown, unsure } = catalogue.overview.subtree(categoryId)
  const sorted = (set: PhotoSet): readonly number[] | Uint32Array =>
    order === 'best' ? bestFirst(catalogue, categoryId, set) : byTime(catalogue, set, order)
  if (band === 'not') return { ids: nots(catalogue, categoryId, candidates, order), order }

  const sure = shared(candidates, shown)
  const asked = shared(candidates, unsure)
  if (band === 'sure') return { ids: sorted(sure), order }
  if (band === 'unsure') return { ids: sorted(asked), order }
  const first = sorted(sure)
  return { ids: [...first, ...sorted(asked)], order, cutIndex: first.length }
}

function shared(a: PhotoSet, b: PhotoSet): PhotoSet {
  const both = a.copy()
  both.keepOnly(b)
  return both
}

/** By the score of the category itself; what only its children show stands behind, newest first. */
function bestFirst({ photos, tags, model, store }: Catalogue, categoryId: number, set: PhotoSet): Uint32Array {
  const newest = byTime({ photos }, set, 'newest')
  const { yes, sure, unsure } = tags.of(categoryId)
  const judge = model?.judges.get(categoryId)
  const scores =
    model === null || judge === undefined
      ? null
      : scorePhotosOfJudge(model.matrix, judge, newest, findRivals(store, model.judges).get(categoryId))
  const worths = new Float64Array(newest.length)
  for (let i = 0; i < newest.length; i++) {
    const photoId = newest[i]!
    const score = scores?.[i] ?? NaN
    // The person's own word is worth more than any probability, and a probability more than none.
    if (yes.has(photoId)) worths[i] = 1
    else if (!Number.isNaN(score) && (sure.has(photoId) || unsure.has(photoId)))
      worths[i] = 0.1 + 0.8 * probabilityOf(score)
  }
  return orderByWorth(worths).map((index) => newest[index]!)
}

/** What the person said no to, then what comes closest to being unsure. */
function nots(
  catalogue: Catalogue,
  categoryId: number,
  candidates: PhotoSet,
  order: 'newest' | 'oldest' | 'best',
): readonly number[] | Uint32Array {
  const { shown, unsure } = catalogue.overview.subtree(categoryId)
  const { no } = catalogue.tags.of(categoryId)
  const saidNo = shared(candidates, no)
  const rest = candidates.copy()
  for (const others of [shown, unsure, no]) rest.deleteAll(others)
  const closest = closestFirst(catalogue, categoryId, rest)
  if (order === 'best') return [...byTime(catalogue, saidNo, 'newest'), ...closest]
  for (const photoId of closest) saidNo.add(photoId)
  return byTime(catalogue, saidNo, order)
}

function closestFirst({ model, store }: Catalogue, categoryId: number, among: PhotoSet): readonly number[] {
  const judge = model?.judges.get(categoryId)
  if (model === null || judge === undefined) return []
  const photoIds = model.matrix.photoIds()
  const scores = scoreJudge(model.matrix, judge, findRivals(store, model.judges).get(categoryId))
  const { rows } = topK(scores, mostNots, (row) => among.has(photoIds[row]!))
  return Array.from(rows, (row) => photoIds[row]!)
}
