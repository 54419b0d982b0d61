import { WinnowError } from '../../contract/error.ts'
import type { Why } from '../../contract/teaching.ts'
import { explainScore } from '../../core/learning/explain-score.ts'
import type { TaughtCategory } from '../../core/learning/teach-classifier.ts'
import { bandOf, probabilityOf } from '../../core/tagging/probability.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { existingCategory } from '../categories/category-view.ts'
import { existingModel, vectorOfPhoto } from '../photos/list-alike.ts'
import type { Judge } from '../tagging/judges.ts'
import { calibrationOf } from '../tagging/make-classifier.ts'
import { findRivals, scoreJudge, scorePhotosOfJudge } from '../tagging/rivals.ts'
import { gatherAnswers } from './gather-answers.ts'

const binCount = 24
/** Yes and no examples that are named. */
const mostNear = 6

/**
 * Why a photo has, or has not, a category.
 * @throws WinnowError `not-found` for a category or photo that is gone, `invalid-input` for a heading, `not-available` while photo or
 * category have not been looked at, `model-missing`
 */
export async function explainPhoto(
  catalogue: Catalogue,
  { photoId, categoryId }: { readonly photoId: number; readonly categoryId: number },
): Promise<Why> {
  const { store } = catalogue
  const category = existingCategory(catalogue, categoryId)
  if (category.isGroup) {
    throw new WinnowError('invalid-input', `${category.name} only gathers other categories. Choose one of those.`)
  }
  if (!store.photoColumns.exists(photoId)) {
    throw new WinnowError('not-found', 'This photo is not in the library any more.')
  }
  const model = existingModel(catalogue)
  const calibration = await calibrationOf(model)
  await catalogue.upToDate()
  const judge = model.judges.get(categoryId)
  if (judge === undefined) {
    throw new WinnowError('not-available', `Winnow has not looked for ${category.name} yet. Try again in a moment.`)
  }
  const embedding = vectorOfPhoto(model, photoId)
  const rivals = findRivals(store, model.judges).get(categoryId)
  const [score = 0] = scorePhotosOfJudge(model.matrix, judge, Uint32Array.of(photoId), rivals)
  const answers = gatherAnswers(catalogue, model, categoryId).filter((answer) => answer.photoId !== photoId)
  const taught = judge.taught?.category ?? untaught(judge)
  const { words, examples, wordsShare, nearestYes, nearestNo } = explainScore(
    embedding,
    wordsOf(taught),
    taught,
    answers,
    calibration.reference(),
    mostNear,
  )
  const named = (near: readonly { readonly index: number; readonly likeness: number }[]) =>
    near.map(({ index, likeness }) => {
      const { photoId, name } = answers[index]!
      return { photoId, name: name ?? nameOfPhoto(catalogue, photoId), likeness }
    })
  const { yes, no } = catalogue.tags.of(categoryId)
  return {
    band: bandOf(score, judge.cuts),
    probability: probabilityOf(score),
    verdict: yes.has(photoId) ? 'yes' : no.has(photoId) ? 'no' : 'undecided',
    wordsShare,
    words,
    examples,
    nearestYes: named(nearestYes),
    nearestNo: named(nearestNo),
    histogram: histogramOf(catalogue, scoreJudge(model.matrix, judge, rivals), model.matrix.photoIds()),
    sureFrom: probabilityOf(judge.cuts.sure),
    unsureFrom: probabilityOf(judge.cuts.unsure),
  }
}

function untaught({ classifier }: Judge): TaughtCategory {
  const lesson = new Float32Array(classifier.weights.length)
  return { classifier, wordsFactor: 1, lesson, tested: [], calibration: null }
}

/** The words' part, read back from what was learned: no need to ask the text encoder. */
function wordsOf({ classifier, wordsFactor, lesson }: TaughtCategory): TaughtCategory['classifier'] {
  const part = classifier.weights.map((weight, i) => weight - lesson[i]!)
  return { ...classifier, weights: wordsFactor === 0 ? part : part.map((weight) => weight / wordsFactor) }
}

function nameOfPhoto({ store }: Catalogue, photoId: number | null): string {
  const path = photoId === null ? undefined : store.photoDetails.files(photoId)[0]?.relativePath
  return path?.split('/').at(-1) ?? 'A photo that is gone'
}

function histogramOf({ photos }: Catalogue, scores: Float32Array, photoIds: Int32Array): number[] {
  const bins = Array.from({ length: binCount }, () => 0)
  for (let row = 0; row < scores.length; row++) {
    if (!photos.visible.has(photoIds[row]!)) continue
    bins[Math.min(binCount - 1, Math.floor(probabilityOf(scores[row]!) * binCount))]!++
  }
  return bins
}
