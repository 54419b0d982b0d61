import type { ModelManifest } from '../model/manifest.ts'
import type { Caution } from './words-classifier.ts'

/**
 * Pictures that are drawn are further from all words than photos are, by one to two spreads in the models this was tried with: what
 * they make of a photo is taken back by that much.
 */
const offset = 2
/** CLIP's cosines of unrelated photos scatter by about this many steps of its temperature, 0.02 at a scale of 100. */
const temperaturesPerSpread = 2

/**
 * How careful to be with a model while all that is known of it is what it makes of drawn pictures. Where its author trained it to
 * say yes or no (SigLIP's scale and bias), a photo that it says no to is not called sure.
 */
export function defaultCaution({
  logitScale,
  logitBias,
}: Pick<ModelManifest, 'logitScale'> & { readonly logitBias?: number | undefined }): Caution {
  const leastSpread = temperaturesPerSpread / logitScale
  return logitBias === undefined || logitBias >= 0
    ? { offset, leastSpread }
    : { offset, leastSpread, leastCosine: -logitBias / logitScale }
}
