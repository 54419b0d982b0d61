import { teachClassifier } from '../../src/core/learning/teach-classifier.ts'
import { dot } from '../../src/core/vector/dot.ts'
import { averagePrecision, mean } from '../tags/measures.ts'
import { examplesOf } from './judges.ts'
import { seededRandom, shuffled } from './seeded-random.ts'
import { photoOf } from './task.ts'
import type { Task } from './task.ts'

/** Ten pictures of a class are there in each domain: some to teach, the others to judge. */
const taughtYes = 5

export const domains = ['photo', 'art_painting', 'cartoon', 'sketch'] as const

/** Average precision among the pictures of one domain: words alone, taught with photos, taught with its own pictures. */
export interface DomainMarks {
  readonly domain: string
  readonly words: number
  readonly taughtByPhotos: number
  readonly taughtByOwn: number
}

/** On the pictures that are left when five yes and five no of their domain were taken out; both halves, there are too few. */
export function measureDomains(tasks: readonly Task[], seeds: number): readonly DomainMarks[] {
  return domains.map((domain) => {
    const marks = tasks.flatMap((task) => Array.from({ length: seeds }, (_, seed) => judgeDomain(task, domain, seed)))
    const meanOf = (pick: (one: Omit<DomainMarks, 'domain'>) => number): number => mean(marks.map(pick))
    return {
      domain,
      words: meanOf((one) => one.words),
      taughtByPhotos: meanOf((one) => one.taughtByPhotos),
      taughtByOwn: meanOf((one) => one.taughtByOwn),
    }
  })
}

function judgeDomain(task: Task, domain: string, seed: number): Omit<DomainMarks, 'domain'> {
  const photos = drawFrom(task, 'photo', seed)
  const own = domain === 'photo' ? photos : drawFrom(task, domain, seed)
  const isYes = own.others.map((i) => task.isYes[i]!)
  const precision = ({ weights }: { readonly weights: Float32Array }): number =>
    averagePrecision(
      own.others.map((i) => dot(weights, photoOf(task, i))),
      isYes,
    )
  const taughtBy = ({ yes, no }: { readonly yes: readonly number[]; readonly no: readonly number[] }): number =>
    precision(teachClassifier(task.words, examplesOf(task, { yes, no }), task.reference).classifier)
  return { words: precision(task.words), taughtByPhotos: taughtBy(photos), taughtByOwn: taughtBy(own) }
}

function drawFrom(
  task: Task,
  domain: string,
  seed: number,
): { readonly yes: readonly number[]; readonly no: readonly number[]; readonly others: readonly number[] } {
  const all = shuffled(
    task.domains.flatMap((one, i) => (one === domain ? [i] : [])),
    seededRandom(seed * 31 + domain.length),
  )
  const yes = all.filter((i) => task.isYes[i]).slice(0, taughtYes)
  const no = all.filter((i) => !task.isYes[i]).slice(0, taughtYes)
  const shown = new Set([...yes, ...no])
  return { yes, no, others: all.filter((i) => !shown.has(i)) }
}
