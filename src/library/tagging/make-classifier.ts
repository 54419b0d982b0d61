import type { ScoreReference } from '../../core/learning/score-reference.ts'
import { ownFrequency, wordsClassifier } from '../../core/tagging/words-classifier.ts'
import type { Caution } from '../../core/tagging/words-classifier.ts'
import type { CategoryClassifier } from '../../core/tagging/category-classifier.ts'
import type { VectorMatrix } from '../../core/vector/vector-matrix.ts'
import type { ActiveModel } from './active-model.ts'
import { shortHash } from './model-data.ts'

/** What a category's judge is made from. */
export interface CategoryWords {
  /** Of a built-in one; null for the person's own. */
  readonly key: string | null
  readonly name: string
  /** Empty means that the name is the words. */
  readonly words: readonly string[]
  readonly notWords: readonly string[]
}

/** The same with what its answers teach it by. */
export interface TeachableCategory extends CategoryWords {
  readonly useHints: boolean
}

/** Raise it when the way from words to weights changes, so that stored classifiers are made again. */
const recipe = 1
/** The same for the way from words and answers to weights. */
const teachingRecipe = 1

export interface Calibration {
  readonly background: VectorMatrix
  /** The person's own photos, a sample; null while there are too few. */
  readonly library: VectorMatrix | null
  /** The calibration step that `library` stands for. */
  readonly libraryCount: number
  readonly typicalSpread: number | null
  readonly highestMiddle: number | null
  /** Where the background is no photos. */
  readonly caution: Caution | null
  /** Ordinary photos, against which answers are read. */
  reference(): ScoreReference
}

/** What all categories are compared with, as of now. */
export async function calibrationOf(model: ActiveModel): Promise<Calibration> {
  await model.matrixReady()
  const background = await model.data.background()
  const { step, sample } = model.librarySample()
  return {
    background,
    library: sample,
    libraryCount: step,
    typicalSpread: model.typicalSpread(),
    highestMiddle: model.highestMiddle(),
    caution: model.data.caution(),
    reference: () => model.scoreReference(background, sample),
  }
}

/** The phrases that stand for a category. */
export function phrasesOf({ name, words }: CategoryWords): readonly string[] {
  return words.length > 0 ? words : [name]
}

/** A hash of all that a classifier is made from but the library: words, prompts, background and answers. */
export function basisOf(
  category: TeachableCategory,
  model: ActiveModel,
  answers: readonly { readonly key: string }[],
): string {
  return shortHash([
    recipe,
    phrasesOf(category),
    category.notWords,
    model.data.promptsKey,
    model.data.backgroundKey,
    frequencyOf(category, model),
    model.typicalSpread(),
    ...(answers.length > 0 ? [teachingRecipe, category.useHints, answers.map(({ key }) => key)] : []),
  ])
}

/**
 * From words to a judge of photos. Takes a few milliseconds once the words are known, 50 where they must be embedded.
 * @throws WinnowError as `TextDirections.get` does
 */
export async function makeClassifier(
  category: CategoryWords,
  model: ActiveModel,
  calibration: Calibration,
  signal?: AbortSignal,
): Promise<CategoryClassifier> {
  const words = await model.texts.get(phrasesOf(category), signal)
  const notWords = await model.texts.get(category.notWords, signal)
  return wordsClassifier({
    words,
    notWords,
    background: calibration.background,
    frequency: frequencyOf(category, model),
    ...(calibration.library !== null && { library: calibration.library }),
    ...(calibration.typicalSpread !== null && { typicalSpread: calibration.typicalSpread }),
    ...(calibration.highestMiddle !== null && { highestMiddle: calibration.highestMiddle }),
    ...(calibration.caution !== null && { caution: calibration.caution }),
  })
}

function frequencyOf({ key }: CategoryWords, model: ActiveModel): number {
  return (key === null ? undefined : model.frequencies.get(key)) ?? ownFrequency
}
