/**
 * What Winnow thinks of a photo for one category: `score = weights · embedding + bias`. Always affine, so that one scan of
 * the embedding matrix judges the whole library (docs/decisions/categories-are-affine.md).
 *
 * The score is in log-odds: how far the photo stands above the category's background, plus how common the category is. It
 * means the same for every word and every model; `probabilityOf` reads it as a probability.
 */
export interface CategoryClassifier {
  readonly weights: Float32Array
  readonly bias: number
  /** The words alone don't tell photos apart here: ask for other words, or for examples. */
  readonly flat: boolean
}
