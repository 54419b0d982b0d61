import { asksWhoPeopleAre } from '../learning/who-people-are.ts'
import type { CategoryClassifier } from '../tagging/category-classifier.ts'
import { dot } from '../vector/dot.ts'
import { meanVector } from '../vector/mean-vector.ts'

/** A category of the vocabulary that a group may be named after. */
export interface KnownName {
  readonly name: string
  readonly classifier: CategoryClassifier
}

export interface ProposedName {
  readonly name: string
  /** How much more the photos look like it than ordinary ones do, in log-odds. */
  readonly evidence: number
}

/** A name must fit photos of the group better than ordinary ones by this many log-odds, and them by themselves about evenly. */
const leastEvidence = 1.5
const leastFit = -2

/**
 * What a group of photos may be called, best first, at most `most`; none where nothing of the vocabulary fits, so that the
 * person names it. Words about who people are are never proposed. `ordinary` is the average photo (`ScoreReference.mean`).
 */
export function proposeNames(
  photos: readonly Float32Array[],
  known: readonly KnownName[],
  ordinary: Float32Array,
  most: number,
): readonly ProposedName[] {
  const middle = meanVector(photos)
  return known
    .filter(({ name }) => !asksWhoPeopleAre(name))
    .map(({ name, classifier }) => {
      const fit = dot(classifier.weights, middle) + classifier.bias
      return { name, fit, evidence: fit - dot(classifier.weights, ordinary) - classifier.bias }
    })
    .filter(({ fit, evidence }) => fit >= leastFit && evidence >= leastEvidence)
    .toSorted((a, b) => b.evidence - a.evidence || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name, evidence }) => ({ name, evidence }))
}
