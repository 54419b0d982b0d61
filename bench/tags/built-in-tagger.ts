import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { combineWords } from '../../src/core/clip/combine-words.ts'
import type { CategoryClassifier } from '../../src/core/tagging/category-classifier.ts'
import { typicalSpread } from '../../src/core/tagging/typical-spread.ts'
import { wordsClassifier } from '../../src/core/tagging/words-classifier.ts'
import { dot } from '../../src/core/vector/dot.ts'
import type { VectorMatrix } from '../../src/core/vector/vector-matrix.ts'
import { vocabularySchema } from '../../src/core/vocabulary/vocabulary-schema.ts'
import type { VocabularyConcept } from '../../src/core/vocabulary/vocabulary-schema.ts'
import { textDirections } from './text-directions.ts'

const vocabularyPath = join(import.meta.dirname, '../../models/vocabulary/vocabulary.json')

/** The built-in categories and their judges, as the app makes them. */
export interface BuiltInTagger {
  readonly concepts: readonly VocabularyConcept[]
  readonly classifiers: readonly CategoryClassifier[]
}

/** With `library`, the judges are those of somebody who has these photos. */
export async function loadBuiltInTagger(background: VectorMatrix, library?: VectorMatrix): Promise<BuiltInTagger> {
  const { concepts } = vocabularySchema.parse(JSON.parse(await readFile(vocabularyPath, 'utf8')))
  const phrases = [...new Set(concepts.flatMap((concept) => [...concept.words, ...concept.notWords]))]
  const directions = await textDirections(phrases)
  const directionOf = new Map(phrases.map((phrase, i) => [phrase, directions[i]!]))
  const lookUp = (words: readonly string[]): Float32Array[] => words.map((phrase) => directionOf.get(phrase)!)
  const spread = typicalSpread(
    concepts.map((concept) => combineWords(lookUp(concept.words), lookUp(concept.notWords))),
    background,
  )
  const classifiers = concepts.map((concept) =>
    wordsClassifier({
      words: lookUp(concept.words),
      notWords: lookUp(concept.notWords),
      background,
      frequency: concept.frequency,
      typicalSpread: spread,
      ...(library === undefined ? {} : { library }),
    }),
  )
  return { concepts, classifiers }
}

/** The scores of one photo, one a concept. */
export function judge(tagger: BuiltInTagger, embedding: Float32Array): Float32Array {
  return Float32Array.from(tagger.classifiers, ({ weights, bias }) => dot(weights, embedding) + bias)
}

/** The concept that goes by this name or has it as a synonym. Throws when there is none. */
export function conceptNamed(tagger: BuiltInTagger, name: string): number {
  const wanted = name.toLowerCase()
  const index = tagger.concepts.findIndex(
    (concept) =>
      concept.name.toLowerCase() === wanted || concept.synonyms.some((synonym) => synonym.toLowerCase() === wanted),
  )
  if (index < 0) throw new Error(`The vocabulary has no “${name}”.`)
  return index
}
