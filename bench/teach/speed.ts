import { chooseQuestions } from '../../src/core/learning/choose-questions.ts'
import type { Example } from '../../src/core/learning/example.ts'
import { scoreReference } from '../../src/core/learning/score-reference.ts'
import { teachClassifier } from '../../src/core/learning/teach-classifier.ts'
import { wordlessClassifier } from '../../src/core/learning/wordless-classifier.ts'
import { createEmbeddingMatrix } from '../../src/core/matrix/embedding-matrix.ts'
import type { EmbeddingMatrix } from '../../src/core/matrix/embedding-matrix.ts'
import { scanQuery } from '../../src/core/matrix/scan-query.ts'
import type { CategoryClassifier } from '../../src/core/tagging/category-classifier.ts'
import { bandOf, cutsFor } from '../../src/core/tagging/probability.ts'
import { normalise } from '../../src/core/vector/normalise.ts'
import { rowOf } from '../../src/core/vector/vector-matrix.ts'
import type { VectorMatrix } from '../../src/core/vector/vector-matrix.ts'
import { timesOf } from '../search/percentiles.ts'
import type { Times } from '../search/percentiles.ts'
import { seededRandom } from './seeded-random.ts'

export interface AnswerTimes {
  /** Answers there are, the last one just given. */
  readonly answers: number
  /** Learning anew. */
  readonly learn: Times
  /** Learning anew, the scores of all photos, and the band of each. */
  readonly bands: Times
  /** The next twelve questions. */
  readonly questions: Times
}

const answerCounts = [1, 8, 32, 100, 500]
const runs = 30

/** What one more answer costs the core in a library of this many made-up photos; storing it and showing it come on top. */
export async function measureSpeed(
  photos: number,
  words: CategoryClassifier,
  background: VectorMatrix,
): Promise<readonly AnswerTimes[]> {
  const matrix = makeUpMatrix(photos, background)
  const reference = scoreReference(background)
  const cuts = cutsFor(0.5)
  const all: AnswerTimes[] = []
  for (const answers of answerCounts) {
    // The photos that the words place highest are the ones somebody answers first; every other one is a yes.
    const scores = matrix.score(scanQuery(words.weights, words.bias))
    const best = [...scores.keys()].toSorted((a, b) => scores[b]! - scores[a]!)
    const examples: Example[] = best
      .slice(0, answers + runs)
      .map((row, i) => ({ embedding: matrix.get(row + 1)!, isYes: i % 2 === 0 }))
    const given = (run: number): readonly Example[] => examples.slice(run, run + answers)
    all.push({
      answers,
      learn: await timesOf(runs, (run) => teachClassifier(words, given(run), reference)),
      bands: await timesOf(runs, (run) => {
        const { weights, bias } = teachClassifier(words, given(run), reference).classifier
        const counts = { sure: 0, unsure: 0, not: 0 }
        for (const score of matrix.score(scanQuery(weights, bias))) counts[bandOf(score, cuts)]++
        return counts
      }),
      questions: await timesOf(runs, (run) =>
        chooseQuestions({
          scores,
          cut: cuts.sure,
          mayAsk: () => true,
          embeddingOf: (row) => matrix.get(row + 1)!,
          examples: given(run),
          reference,
          count: 12,
        }),
      ),
    })
  }
  return all
}

/** Learning from 500 answers about made-up photos of 512 numbers each, without words. */
export function measureManyAnswers(): Promise<Times> {
  const [answers, dim] = [500, 512]
  const random = seededRandom(answers)
  const photo = (isYes: boolean): Float32Array =>
    normalise(Float32Array.from({ length: dim }, (_, i) => random() - 0.5 + (isYes && i < 8 ? 0.7 : 0)))
  const rows = Array.from({ length: 600 }, () => photo(false))
  const data = new Float32Array(rows.length * dim)
  rows.forEach((row, i) => data.set(row, i * dim))
  const reference = scoreReference({ data, rows: rows.length, dim })
  const examples: Example[] = Array.from({ length: answers }, (_, i) => ({
    embedding: photo(i % 2 === 0),
    isYes: i % 2 === 0,
  }))
  const wordless = wordlessClassifier(dim)
  return timesOf(runs, () => teachClassifier(wordless, examples, reference))
}

/** Photos between two of the neutral ones that come with the model; row r is photo r + 1. */
function makeUpMatrix(photos: number, background: VectorMatrix): EmbeddingMatrix {
  const random = seededRandom(photos)
  const matrix = createEmbeddingMatrix(background.dim)
  for (let row = 0; row < photos; row++) {
    const a = rowOf(background, Math.floor(random() * background.rows))
    const b = rowOf(background, Math.floor(random() * background.rows))
    const share = 0.6 + 0.4 * random()
    matrix.set(row + 1, normalise(a.map((value, i) => value * share + b[i]! * (1 - share))))
  }
  return matrix
}
