import { dot } from '../vector/dot.ts'
import type { Example } from './example.ts'

/** Two pictures this alike are copies of one (another size, another compression), not two of a burst. Cosine. */
const copyLikeness = 0.985
/** Copies score alike, so that only answers with such a difference of scores, in log-odds, are compared. */
const mostApart = 0.5
/** To either side; among 10,000 answers there are thousands of like score. */
const mostCompared = 32

/**
 * Pairs of a yes and a no about what is one and the same picture, as indices of the examples. `scores` are theirs, in
 * log-odds: whatever was learned, one of such a pair lies on the wrong side of even odds, so that few need comparing.
 */
export function findContradictions(
  examples: readonly Example[],
  scores: Float32Array,
): readonly (readonly [yes: number, no: number])[] {
  const byScore = examples.map((_, index) => index).toSorted((a, b) => scores[a]! - scores[b]!)
  const pairs: [number, number][] = []
  for (const [at, index] of byScore.entries()) {
    const { isYes, embedding } = examples[index]!
    if (isYes === scores[index]! >= 0) continue
    for (const step of [-1, 1]) {
      for (let away = 1; away <= mostCompared; away++) {
        const rival = byScore[at + step * away]
        if (rival === undefined) break
        if (Math.abs(scores[rival]! - scores[index]!) > mostApart) break
        const isPair = examples[rival]!.isYes !== isYes && dot(embedding, examples[rival]!.embedding) >= copyLikeness
        // A pair that is wrong on both sides is met twice.
        if (isPair && (isYes || examples[rival]!.isYes === scores[rival]! >= 0)) {
          pairs.push(isYes ? [index, rival] : [rival, index])
        }
      }
    }
  }
  return pairs
}
