import { chooseQuestions } from '../../src/core/learning/choose-questions.ts'
import type { Example } from '../../src/core/learning/example.ts'
import { teachClassifier } from '../../src/core/learning/teach-classifier.ts'
import { cutsFor } from '../../src/core/tagging/probability.ts'
import { dot } from '../../src/core/vector/dot.ts'
import { seededRandom, shuffled } from './seeded-random.ts'
import { photoOf } from './task.ts'
import type { Half, Task } from './task.ts'

/** How many answers one category needed, in the order of the review queue and in random order. */
export interface ReviewCost {
  readonly set: Task['set']
  readonly review: number
  readonly random: number
  readonly photos: number
}

const wanted = 0.9
/** Each seed leaves out another tenth of the photos, so that the review order, which has no chance in it, is tried often, too. */
const photosKept = 0.9
const leastYes = 3
/** Learning anew after each of the first answers, then for every twentieth part more: what a person notices. */
const singleAnswers = 40

/** The tasks with at least three photos to find among those kept; words are all there is at the start. */
export function measureReview(tasks: readonly Task[], half: Half, seeds: number): readonly ReviewCost[] {
  return tasks.flatMap((task) =>
    Array.from({ length: seeds }, (_, seed) => {
      const random = seededRandom(seed * 104_729 + 7)
      const inHalf = task.isYes.flatMap((_yes, i) => (task.halves[i] === half ? [i] : []))
      const library = shuffled(inHalf, random).slice(0, Math.round(inHalf.length * photosKept))
      if (library.filter((i) => task.isYes[i]).length < leastYes) return []
      const lottery = shuffled([...library.keys()], random)
      return [
        {
          set: task.set,
          review: answersNeeded(task, library, undefined),
          random: answersNeeded(task, library, lottery),
          photos: library.length,
        },
      ]
    }).flat(),
  )
}

/**
 * Answers until at least 0.9 of the photos shown are right and at least 0.9 of the right ones are shown, for the first time.
 * Answered photos are shown as answered and count, as in the app, so that answering everything always gets there.
 */
function answersNeeded(task: Task, library: readonly number[], lottery: readonly number[] | undefined): number {
  const { sure } = cutsFor(0.5)
  const embeddings = library.map((i) => photoOf(task, i))
  const truth = library.map((i) => task.isYes[i]!)
  const answered = new Set<number>()
  for (;;) {
    const examples: Example[] = [...answered].map((row) => ({ embedding: embeddings[row]!, isYes: truth[row]! }))
    const { classifier } = teachClassifier(task.words, examples, task.reference)
    const scores = Float32Array.from(embeddings, (photo) => dot(classifier.weights, photo) + classifier.bias)
    const shown = [...scores.keys()].filter((row) => (answered.has(row) ? truth[row]! : scores[row]! >= sure))
    const right = shown.filter((row) => truth[row]).length
    if (right >= wanted * shown.length && right >= wanted * truth.filter(Boolean).length) return answered.size
    const count = answered.size < singleAnswers ? 1 : Math.ceil(answered.size / 20)
    const asked =
      lottery?.slice(answered.size, answered.size + count) ??
      chooseQuestions({
        scores,
        cut: sure,
        mayAsk: (row) => !answered.has(row),
        embeddingOf: (row) => embeddings[row]!,
        examples,
        reference: task.reference,
        count,
      }).map(({ row }) => row)
    for (const row of asked) answered.add(row)
  }
}
