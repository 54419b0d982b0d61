import { join } from 'node:path'
import { dot } from '../../src/core/vector/dot.ts'
import { rowOf } from '../../src/core/vector/vector-matrix.ts'
import type { VectorMatrix } from '../../src/core/vector/vector-matrix.ts'
import { backgroundLevel } from '../../src/core/tagging/background-level.ts'
import { scoreBackground } from '../../src/core/tagging/score-background.ts'
import { readLabelledPhotos, wordsOf } from '../labelled-photos.ts'
import type { LabelledPhoto, LabelledSet } from '../labelled-photos.ts'
import { embedPhotos, embedTexts } from '../photo-embeddings.ts'
import { readCaptions } from './captions.ts'
import { cocoClasses } from './coco-classes.ts'
import { averagePrecision, countAbove, indexOfMax, mean } from './measures.ts'
import { figure, printTable } from './print-table.ts'
import { textDirections } from './text-directions.ts'

/** What models/starter/MODEL_CARD.md says ("shipped"). */
const cardFigures: Readonly<Record<string, number>> = {
  caltech: 0.652,
  flowers: 0.39,
  weather: 0.442,
  'domains, photo': 0.871,
  'domains, art_painting': 0.543,
  'domains, cartoon': 0.386,
  'domains, sketch': 0.286,
}

/** Which class words fit a photo best: by bare cosine, as the card measured, and by distance above each word's background. */
export async function printTopOne(background: VectorMatrix): Promise<void> {
  const rows: string[][] = []
  for (const set of ['caltech', 'flowers', 'weather', 'domains'] satisfies LabelledSet[]) {
    const photos = await readLabelledPhotos(set)
    const embeddings = await embedPhotos(photos.map((photo) => photo.path))
    const classes = [...new Set(photos.flatMap((photo) => photo.labels))].toSorted()
    const directions = await textDirections(classes.map(wordsOf))
    const levels = directions.map((direction) => backgroundLevel(scoreBackground(direction, background)))
    const judged = photos.map((photo, i) => {
      const cosines = directions.map((direction) => dot(direction, rowOf(embeddings, i)))
      const above = cosines.map((cosine, k) => (cosine - levels[k]!.middle) / levels[k]!.spread)
      const isRight = (scores: readonly number[]): number =>
        photo.labels.includes(classes[indexOfMax(scores)]!) ? 1 : 0
      return { photo, bare: isRight(cosines), standardised: isRight(above) }
    })
    for (const domain of new Set(photos.map((photo) => photo.domain))) {
      const name = domain === '' ? set : `${set}, ${domain}`
      const chosen = judged.filter(({ photo }) => photo.domain === domain)
      const share = (half: LabelledPhoto['half'] | null, key: 'bare' | 'standardised'): string =>
        figure(mean(chosen.filter(({ photo }) => half === null || photo.half === half).map((one) => one[key])))
      const card = cardFigures[name]
      rows.push([name, figure(card), share(null, 'bare'), share('report', 'bare'), share(null, 'standardised')])
    }
  }
  printTable('Zero-shot, top-1', ['photos', 'card', 'all', 'report half', 'above background'], rows)
}

/** COCO's classes by their bare names: mean average precision over those that occur. */
export async function printCocoClasses(): Promise<void> {
  const photos = await readLabelledPhotos('coco')
  const embeddings = await embedPhotos(photos.map((photo) => photo.path))
  const directions = await textDirections(cocoClasses)
  const precisionOf = (half: LabelledPhoto['half'] | null): number => {
    const rows = photos.flatMap((photo, i) => (half === null || photo.half === half ? [i] : []))
    const precisions = cocoClasses.map((name, k) =>
      averagePrecision(
        rows.map((row) => dot(directions[k]!, rowOf(embeddings, row))),
        rows.map((row) => photos[row]!.labels.includes(name)),
      ),
    )
    return mean(precisions.filter((precision) => !Number.isNaN(precision)))
  }
  printTable(
    'COCO, class names alone, mean average precision',
    ['words', 'card', 'all', 'tune half', 'report half'],
    [['class names', '0.577', figure(precisionOf(null)), figure(precisionOf('tune')), figure(precisionOf('report'))]],
  )
}

/** Flickr: each caption looks for its photo among the thousand. */
export async function printCaptionSearch(photosDir: string): Promise<void> {
  const photos = await readCaptions(join(photosDir, 'flickr/captions.csv'))
  const embeddings = await embedPhotos(photos.map((photo) => photo.path))
  const captions = photos.flatMap((photo, i) => photo.captions.map((caption) => ({ caption, photo: i })))
  const texts = await embedTexts(captions.map(({ caption }) => caption))
  const ranks = captions.map(({ photo }, i) => {
    const scores = scoreBackground(rowOf(texts, i), embeddings)
    return countAbove(scores, scores[photo]!)
  })
  const recall = (k: number): string => figure(mean(ranks.map((rank) => (rank < k ? 1 : 0))))
  printTable(
    `Flickr, ${captions.length} captions look for their photo among ${photos.length}`,
    ['', 'card', 'here'],
    [
      ['R@1', '0.222', recall(1)],
      ['R@5', '0.491', recall(5)],
      ['R@10', '0.630', recall(10)],
    ],
  )
}
