import type { CategoryClassifier } from '../tagging/category-classifier.ts'
import type { CalibrationPrior } from './calibrate-scores.ts'

/** Where words usually put even odds and how steeply their log-odds rise, in deviations of ordinary photos: medians over 57 words. */
export const typicalPrior: CalibrationPrior = { evenScore: 3.7, steepness: 1.3 }

/** A category that starts from photos and has no words yet: it shows nothing until it is taught. */
export function wordlessClassifier(dim: number): CategoryClassifier {
  return {
    weights: new Float32Array(dim),
    bias: -typicalPrior.steepness * typicalPrior.evenScore,
    flat: true,
  }
}
