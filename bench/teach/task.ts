import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { combineWords } from '../../src/core/clip/combine-words.ts'
import { scoreReference } from '../../src/core/learning/score-reference.ts'
import type { ScoreReference } from '../../src/core/learning/score-reference.ts'
import type { CategoryClassifier } from '../../src/core/tagging/category-classifier.ts'
import { typicalSpread } from '../../src/core/tagging/typical-spread.ts'
import { wordsClassifier } from '../../src/core/tagging/words-classifier.ts'
import { rowOf } from '../../src/core/vector/vector-matrix.ts'
import type { VectorMatrix } from '../../src/core/vector/vector-matrix.ts'
import { vocabularySchema } from '../../src/core/vocabulary/vocabulary-schema.ts'
import { readLabelledPhotos, wordsOf } from '../labelled-photos.ts'
import type { LabelledPhoto, LabelledSet } from '../labelled-photos.ts'
import { embedPhotos } from '../photo-embeddings.ts'
import { textDirections } from '../tags/text-directions.ts'

export type Half = LabelledPhoto['half']

/** One category to be learned among the photos of one set, which are the whole library of somebody. */
export interface Task {
  readonly set: LabelledSet
  readonly label: string
  readonly photos: VectorMatrix
  readonly isYes: readonly boolean[]
  readonly halves: readonly Half[]
  readonly domains: readonly string[]
  /** Unit direction of the category's words. */
  readonly direction: Float32Array
  readonly words: CategoryClassifier
  readonly reference: ScoreReference
}

export const setNames: readonly LabelledSet[] = ['flowers', 'caltech', 'weather', 'domains', 'coco', 'receipts']
const vocabularyPath = join(import.meta.dirname, '../../models/vocabulary/vocabulary.json')

/** Every label as a task; of coco, those that at least six photos show. Receipts lie among the photos of four other sets. */
export async function loadTasks(background: VectorMatrix): Promise<readonly Task[]> {
  const spread = await spreadOfVocabulary(background)
  const loaded = new Map<LabelledSet, { photos: readonly LabelledPhoto[]; embeddings: VectorMatrix }>()
  for (const set of setNames) {
    const photos = await readLabelledPhotos(set)
    loaded.set(set, { photos, embeddings: await embedPhotos(photos.map((photo) => photo.path)) })
  }
  const tasks: Task[] = []
  for (const set of setNames) {
    const sources = set === 'receipts' ? (['receipts', 'flowers', 'weather', 'coco', 'domains'] as const) : [set]
    const parts = sources.map((source) => loaded.get(source)!)
    const photos = parts.flatMap((part) => part.photos)
    const embeddings = joinRows(parts.map((part) => part.embeddings))
    const reference = scoreReference(background, embeddings)
    const labels = [...new Set(loaded.get(set)!.photos.flatMap((photo) => photo.labels))].toSorted()
    const directions = await textDirections(labels.map(wordsOf))
    for (const [i, label] of labels.entries()) {
      const isYes = photos.map((photo) => photo.labels.includes(label))
      if (isYes.filter(Boolean).length < 6) continue
      const direction = directions[i]!
      tasks.push({
        set,
        label,
        photos: embeddings,
        isYes,
        halves: photos.map((photo) => photo.half),
        domains: photos.map((photo) => photo.domain),
        direction,
        words: wordsClassifier({
          words: [direction],
          notWords: [],
          background,
          library: embeddings,
          typicalSpread: spread,
        }),
        reference,
      })
    }
  }
  return tasks
}

export function photoOf(task: Task, index: number): Float32Array {
  return rowOf(task.photos, index)
}

async function spreadOfVocabulary(background: VectorMatrix): Promise<number> {
  const { concepts } = vocabularySchema.parse(JSON.parse(await readFile(vocabularyPath, 'utf8')))
  const phrases = [...new Set(concepts.flatMap((concept) => [...concept.words, ...concept.notWords]))]
  const directions = await textDirections(phrases)
  const directionOf = new Map(phrases.map((phrase, i) => [phrase, directions[i]!]))
  const lookUp = (words: readonly string[]): Float32Array[] => words.map((phrase) => directionOf.get(phrase)!)
  return typicalSpread(
    concepts.map((concept) => combineWords(lookUp(concept.words), lookUp(concept.notWords))),
    background,
  )
}

function joinRows(parts: readonly VectorMatrix[]): VectorMatrix {
  const rows = parts.reduce((sum, part) => sum + part.rows, 0)
  const dim = parts[0]!.dim
  const data = new Float32Array(rows * dim)
  let at = 0
  for (const part of parts) {
    data.set(part.data, at)
    at += part.data.length
  }
  return { data, rows, dim }
}
