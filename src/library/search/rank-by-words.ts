import { cutsFor } from '../../core/tagging/probability.ts'
import { scanQuery } from '../../core/matrix/scan-query.ts'
import { topK } from '../../core/search/top-k.ts'
import { countShared } from '../../core/search/photo-set.ts'
import type { PhotoSet } from '../../core/search/photo-set.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { existingModel } from '../photos/list-alike.ts'
import { calibrationOf, makeClassifier } from '../tagging/make-classifier.ts'

const mostAlike = 1000
/** The nearest there are, however far: a person sees for themselves that it is not there. */
const fewestAlike = 60

/**
 * Photos among `candidates` that look like the words, best first. The words are judged like a category of that name, so that
 * `cutIndex`, from where they are less certain, means the same for every search.
 * @throws WinnowError `model-missing`, `worker-down`, `cancelled`
 */
export async function rankByWords(
  catalogue: Catalogue,
  candidates: PhotoSet,
  words: string,
  signal?: AbortSignal,
): Promise<{ readonly ids: readonly number[]; readonly cutIndex: number; readonly notice: string | null }> {
  const model = existingModel(catalogue)
  // Compared with neutral photos only: that is half the work, and a search is not kept.
  const calibration = { ...(await calibrationOf(model)), library: null }
  const phrase = { key: null, name: words, words: [], notWords: [] }
  const { weights, bias } = await makeClassifier(phrase, model, calibration, signal)
  const scores = model.matrix.score(scanQuery(weights, bias))
  const photoIds = model.matrix.photoIds()
  const top = topK(scores, mostAlike, (row) => candidates.has(photoIds[row]!))
  const cuts = cutsFor(0.5)
  const atLeast = (bar: number): number => top.scores.filter((score) => score >= bar).length
  const ids = Array.from(top.rows.subarray(0, Math.max(fewestAlike, atLeast(cuts.unsure))), (row) => photoIds[row]!)
  return { ids, cutIndex: atLeast(cuts.sure), notice: unseenNotice(catalogue, candidates) }
}

function unseenNotice({ photos: { read } }: Catalogue, candidates: PhotoSet): string | null {
  const unseen = candidates.count() - countShared(candidates, read)
  if (unseen === 0) return null
  const photos = unseen === 1 ? '1 photo is' : `${unseen.toLocaleString('en-US')} photos are`
  return `${photos} not indexed yet, so this may be incomplete.`
}
