import type { ModelManifest } from '../model/manifest.ts'
import type { Caution } from './words-classifier.ts'

/**
 * Where photos of nothing in particular lie, drawn pictures tell for most words within one spread (in the starter: 0.3 above in the
 * median, 1.2 for one word in ten). This takes it back: with the starter's own spread, 2.0 tags a photo instead of 3.4 with photos.
 */
const offset = 2
/**
 * CLIP's cosines of unrelated photos scatter by about this many steps of its temperature, 0.02 at a scale of 100. Drawn pictures
 * alone scatter less than photos do (0.6 times as far in the starter), and would make everything sure: 33 tags a photo.
 */
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
