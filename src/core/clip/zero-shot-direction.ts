import { meanVector } from '../vector/mean-vector.ts'
import { normalise } from '../vector/normalise.ts'

/**
 * The text classifier of one phrase: each prompt's embedding normalised, averaged, normalised again (open_clip's
 * `build_zero_shot_classifier`; Radford et al. 2021, §3.1.4). Throws a RangeError for no prompts.
 */
export function zeroShotDirection(templateEmbeddings: readonly Float32Array[]): Float32Array {
  return normalise(meanVector(templateEmbeddings.map(normalise)))
}
