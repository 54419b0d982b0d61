/**
 * `npm run bench:teach`: how a category learns from a few answers, on the labelled photos beside the repository, against words
 * alone and three simpler ways. Numbers are of the half of the photos that nothing was tuned on; `-- --half tune` prints the
 * other one, `-- --seeds 3` is quicker, `-- --only learning,domains,review,speed` measures a part.
 */
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { hasLabelledPhotos } from './labelled-photos.ts'
import { loadBackground } from './photo-embeddings.ts'
import { mean } from './tags/measures.ts'
import { figure, printTable } from './tags/print-table.ts'
import { calibrationBar, learningBars, markOf, meanOverSets, reviewBar, sureOf } from './teach/bars.ts'
import type { Bar, Measure } from './teach/bars.ts'
import { measureDomains } from './teach/domain-shift.ts'
import { judgeNames } from './teach/judges.ts'
import { lessonSizes, measureLearning } from './teach/learning-curve.ts'
import type { Outcome } from './teach/learning-curve.ts'
import { measureReview } from './teach/review-order.ts'
import type { ReviewCost } from './teach/review-order.ts'
import { measureManyAnswers, measureSpeed } from './teach/speed.ts'
import { loadTasks, setNames } from './teach/task.ts'

const photoCount = 100_000
const mostMs = 200
const parts = ['learning', 'domains', 'review', 'speed'] as const

const optionsSchema = z.object({
  half: z.enum(['tune', 'report']),
  seeds: z.coerce.number().int().min(1),
  only: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(parts))),
})

if (hasLabelledPhotos()) await main()
else console.log('Skipped: there are no labelled photos at ../shared/photos.')

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      half: { type: 'string', default: 'report' },
      seeds: { type: 'string', default: '10' },
      only: { type: 'string', default: parts.join(',') },
    },
  })
  const { half, seeds, only } = optionsSchema.parse(values)
  const background = await loadBackground()
  const tasks = await loadTasks(background)
  console.log(
    `${tasks.length} categories in ${setNames.length} sets, judged on the ${half} half, mean of ${seeds} seeds.`,
  )
  const bars: Bar[] = []

  if (only.includes('learning')) {
    const outcomes = measureLearning(tasks, half, seeds)
    printCurve('Average precision after k yes and k no', outcomes, 'averagePrecision')
    printCurve('F1 at default strictness after k yes and k no', outcomes, 'f1')
    printCalibration(outcomes)
    bars.push(...learningBars(outcomes, 'averagePrecision'), ...learningBars(outcomes, 'f1'), calibrationBar(outcomes))
  }
  if (only.includes('domains')) {
    printTable(
      'Other kinds of pictures (domains, average precision): taught with 5 photos and 5 no, or with as many of their own kind',
      ['', 'words alone', 'taught by photos', 'by their own'],
      measureDomains(
        tasks.filter(({ set }) => set === 'domains'),
        seeds,
      ).map((one) => [one.domain, figure(one.words), figure(one.taughtByPhotos), figure(one.taughtByOwn)]),
    )
  }
  if (only.includes('review')) {
    const costs = measureReview(tasks, half, Math.ceil(seeds / 2))
    printReview(costs)
    bars.push(reviewBar(costs))
  }
  if (only.includes('speed')) {
    const words = tasks.find(({ set, label }) => set === 'coco' && label === 'dog')!.words
    const times = await measureSpeed(photoCount, words, background)
    printTable(
      `${photoCount.toLocaleString('en')} made-up photos, milliseconds (p50 / p95): one more answer, core only`,
      ['answers', 'learn', 'learn, score and band all', 'next 12 questions'],
      times.map(({ answers, learn, bands, questions }) => [
        String(answers),
        ...[learn, bands, questions].map(({ p50, p95 }) => `${p50.toFixed(0)} / ${p95.toFixed(0)}`),
      ]),
    )
    const { p50, p95 } = await measureManyAnswers()
    console.log(`500 answers x 512 numbers, learning alone: ${p50.toFixed(0)} ms (p50), ${p95.toFixed(0)} ms (p95)`)
    const slowest = Math.max(...times.map(({ bands }) => bands.p95))
    bars.push({
      promise: `one answer to new bands of all photos within ${mostMs} ms (p95)`,
      found: `${slowest.toFixed(0)} ms at most`,
      holds: slowest <= mostMs,
    })
  }
  printTable(
    'Bars',
    ['', 'holds', 'found'],
    bars.map(({ promise, found, holds }) => [promise, holds ? 'yes' : 'NO', found]),
  )
}

function printCurve(title: string, outcomes: readonly Outcome[], measure: Measure): void {
  const rows = lessonSizes.flatMap((yesCount) =>
    judgeNames.flatMap((judge) => {
      const marks = setNames.map((set) => markOf(outcomes, set, yesCount, judge, measure))
      if (marks.every(Number.isNaN)) return []
      return [
        [`k=${yesCount} ${judge}`, ...marks.map(figure), figure(meanOverSets(outcomes, yesCount, judge, measure))],
      ]
    }),
  )
  printTable(title, ['', ...setNames, 'mean'], rows)
}

function printCalibration(outcomes: readonly Outcome[]): void {
  const row = (name: string, yesCount?: number): readonly string[] => [
    name,
    ...setNames.map((set) => {
      const { count, share } = sureOf(outcomes, set, yesCount)
      return count === 0 ? '-' : `${share.toFixed(2)} of ${count}`
    }),
  ]
  printTable(
    'Of the photos at least 90 % sure, share that is right (each photo once a lesson)',
    ['', ...setNames],
    [...lessonSizes.map((yesCount) => row(`k=${yesCount}`, yesCount)), row('all')],
  )
}

function printReview(costs: readonly ReviewCost[]): void {
  printTable(
    'Answers until precision and recall of what is shown first reach 0.9 (answered photos count as answered)',
    ['', 'categories x seeds', 'photos', 'review order', 'random order'],
    setNames.map((set) => {
      const own = costs.filter((cost) => cost.set === set)
      const meanOf = (pick: (cost: ReviewCost) => number): string => mean(own.map(pick)).toFixed(1)
      return [
        set,
        String(own.length),
        meanOf((one) => one.photos),
        meanOf((one) => one.review),
        meanOf((one) => one.random),
      ]
    }),
  )
}
