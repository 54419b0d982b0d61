import { bandOf, cutsFor, probabilityOf } from '../../src/core/tagging/probability.ts'
import { rowOf } from '../../src/core/vector/vector-matrix.ts'
import type { VectorMatrix } from '../../src/core/vector/vector-matrix.ts'
import type { LabelledPhoto } from '../labelled-photos.ts'
import { conceptNamed, judge } from './built-in-tagger.ts'
import type { BuiltInTagger } from './built-in-tagger.ts'
import { cocoClasses } from './coco-classes.ts'
import { averagePrecision, mean } from './measures.ts'
import { figure, printTable } from './print-table.ts'

const defaultStrictness = 0.5

/** One photo of COCO as the built-in tagger sees it. */
interface Judged {
  readonly photo: LabelledPhoto
  /** One a concept of the vocabulary. */
  readonly scores: Float32Array
  /** One a class of COCO, with whether the photo's labels hold it. */
  readonly classes: readonly { readonly score: number; readonly isThere: boolean }[]
}

/** What COCO's labels say of the tags that would be shown. A class stands for the concept that has its name. */
export function judgeCoco(
  tagger: BuiltInTagger,
  photos: readonly LabelledPhoto[],
  embeddings: VectorMatrix,
): readonly Judged[] {
  const concepts = cocoClasses.map((name) => conceptNamed(tagger, name))
  return photos.map((photo, i) => {
    const scores = judge(tagger, rowOf(embeddings, i))
    const classes = cocoClasses.map((name, k) => ({
      score: scores[concepts[k]!]!,
      isThere: photo.labels.includes(name),
    }))
    return { photo, scores, classes }
  })
}

/** Precision, recall and number of the tags shown, on each half. The bar: 0.70 right, 1.5 a photo. */
export function printTagsShown(title: string, judged: readonly Judged[]): void {
  const head = ['half', 'photos', 'mAP', 'right', 'found', 'labelled tags', 'all tags', 'unsure']
  const rows = (['tune', 'report', null] as const).map((half) => {
    const chosen = judged.filter(({ photo }) => half === null || photo.half === half)
    const shown = shownAt(chosen, defaultStrictness)
    const unsure = chosen.map(({ scores }) => countBand(scores, 'unsure'))
    return [
      half ?? 'both',
      String(chosen.length),
      figure(meanAveragePrecision(chosen)),
      figure(shown.right / shown.labelled),
      figure(shown.right / shown.there),
      (shown.labelled / chosen.length).toFixed(2),
      (shown.all / chosen.length).toFixed(2),
      mean(unsure).toFixed(2),
    ]
  })
  printTable(title, head, rows)
}

/** What the slider does: from loose to strict, fewer tags, more of them right. */
export function printStrictness(judged: readonly Judged[]): void {
  const rows = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].map((strictness) => {
    const shown = shownAt(judged, strictness)
    return [
      strictness.toFixed(1),
      figure(probabilityOf(cutsFor(strictness).sure)),
      figure(shown.right / shown.labelled),
      figure(shown.right / shown.there),
      (shown.labelled / judged.length).toFixed(2),
      (shown.all / judged.length).toFixed(2),
    ]
  })
  printTable('COCO, strictness', ['strictness', 'cut', 'right', 'found', 'labelled tags', 'all tags'], rows)
}

/** Of what Winnow gives a probability, how much is right. */
export function printCalibration(judged: readonly Judged[]): void {
  const edges = [0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]
  const all = judged.flatMap(({ classes }) =>
    classes.map(({ score, isThere }) => ({ probability: probabilityOf(score), isThere })),
  )
  const rows = edges.slice(1).map((to, i) => {
    const from = edges[i]!
    const bin = all.filter(({ probability }) => probability >= from && (probability < to || to === 1))
    return [
      `${from.toFixed(2)} to ${to.toFixed(2)}`,
      String(bin.length),
      figure(mean(bin.map(({ probability }) => probability))),
      figure(mean(bin.map(({ isThere }) => (isThere ? 1 : 0)))),
    ]
  })
  printTable('COCO, calibration', ['probability', 'tags', 'said', 'right'], rows)
}

/** How many tags photos of a set get. */
export function printTagCounts(
  tagger: BuiltInTagger,
  sets: readonly { readonly name: string; readonly embeddings: VectorMatrix }[],
): void {
  const rows = sets.map(({ name, embeddings }) => {
    const scores = Array.from({ length: embeddings.rows }, (_, row) => judge(tagger, rowOf(embeddings, row)))
    const counts = scores.map((one) => countBand(one, 'sure'))
    const share = (from: number, to: number): string =>
      figure(mean(counts.map((count) => (count >= from && count <= to ? 1 : 0))))
    const unsure = mean(scores.map((one) => countBand(one, 'unsure')))
    return [
      name,
      String(counts.length),
      mean(counts).toFixed(2),
      share(0, 0),
      share(1, 1),
      share(2, 6),
      unsure.toFixed(2),
    ]
  })
  printTable('Tags a photo gets', ['photos', 'count', 'tags', 'none', 'one', '2 to 6', 'unsure'], rows)
}

function shownAt(
  judged: readonly Judged[],
  strictness: number,
): { readonly right: number; readonly labelled: number; readonly there: number; readonly all: number } {
  const { sure } = cutsFor(strictness)
  const classes = judged.flatMap((one) => one.classes)
  const labelled = classes.filter(({ score }) => score >= sure)
  return {
    right: labelled.filter(({ isThere }) => isThere).length,
    labelled: labelled.length,
    there: classes.filter(({ isThere }) => isThere).length,
    all: judged.reduce((sum, { scores }) => sum + scores.filter((score) => score >= sure).length, 0),
  }
}

function countBand(scores: Float32Array, band: 'sure' | 'unsure'): number {
  const cuts = cutsFor(defaultStrictness)
  return scores.filter((score) => bandOf(score, cuts) === band).length
}

/** Over the classes that occur. */
function meanAveragePrecision(judged: readonly Judged[]): number {
  const precisions = cocoClasses.map((_, k) =>
    averagePrecision(
      judged.map(({ classes }) => classes[k]!.score),
      judged.map(({ classes }) => classes[k]!.isThere),
    ),
  )
  return mean(precisions.filter((precision) => !Number.isNaN(precision)))
}
