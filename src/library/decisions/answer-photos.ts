import { WinnowError } from '../../contract/error.ts'
import type { Verdict } from '../../contract/primitives.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { DecisionsChange } from '../history/change.ts'
import { prepareLearning } from '../history/prepare-learning.ts'
import { recordAction } from '../history/record-action.ts'
import type { DecisionSource } from '../store/decision.ts'
import { findRivals, membersOf, scorePhotosOfJudge } from '../tagging/rivals.ts'
import { storeSafely } from '../tagging/store-safely.ts'
import { storeVerdicts } from './store-verdicts.ts'

/** One answer about one category, for some photos. */
export interface Answer {
  readonly categoryId: number
  readonly verdict: Verdict
  readonly photoIds: readonly number[]
}

/** More at once are no answers to questions: what Winnow would have said is not kept. */
const mostAsked = 60

/**
 * Stores answers of the person's as one step of undo, and teaches the categories by them. A yes to one category of a choice is a no
 * to the others that are not answered about here. Photos that had an answer already are left alone; a photo may be named once a
 * category. Where nothing changes, nothing is stored.
 * @param label the step as a sentence in the past tense, given how many photos got a new answer, in the order of `answers`
 * @returns these numbers
 * @throws WinnowError `not-found` for a category or photos that are not there, `invalid-input` for a heading
 */
export async function answerPhotos(
  catalogue: Catalogue,
  answers: readonly Answer[],
  label: (changed: readonly number[]) => string,
  source: DecisionSource = 'person',
): Promise<readonly number[]> {
  for (const { categoryId } of answers) refuseHeading(catalogue, categoryId)
  const all = withRivals(catalogue, answers)
  const present = (photoId: number): boolean => catalogue.store.photoColumns.exists(photoId)
  if (!answers.some(({ photoIds }) => photoIds.some(present))) {
    throw new WinnowError('not-found', 'These photos are not there any more.')
  }
  const changesNow = (): readonly DecisionsChange[] =>
    all.map(({ categoryId, verdict, photoIds }) =>
      changeOf(catalogue, { categoryId, verdict, photoIds: [...new Set(photoIds)].filter(present) }),
    )
  const learn = await prepareLearning(catalogue, { kind: 'together', changes: [...changesNow()] }, 'redo')
  // Photos may have been merged while the words were waited for.
  const changes = changesNow()
  const made = changes.filter((change) => photosOf(change).length > 0)
  const changed = changes.slice(0, answers.length).map((change) => photosOf(change).length)
  if (made.length === 0) return changed
  const margins = made.map((change) => marginsOf(catalogue, change))

  storeSafely(catalogue, () => {
    made.forEach((change, i) => {
      const { categoryId, verdict } = change
      storeVerdicts(catalogue, { categoryId, verdict, photoIds: photosOf(change), source, marginsBefore: margins[i]! })
    })
    learn()
    const [only] = made
    recordAction(catalogue.context, {
      label: label(changed),
      change: made.length === 1 && only !== undefined ? only : { kind: 'together', changes: made },
    })
  })
  return changed
}

function refuseHeading({ store }: Catalogue, categoryId: number): void {
  const category = store.category.list().find((row) => row.categoryId === categoryId)
  if (category === undefined) throw new WinnowError('not-found', 'This category is not there any more.')
  if (category.isGroup) {
    throw new WinnowError('invalid-input', `${category.name} only gathers other categories. Choose one of those.`)
  }
}

/** The given answers first, then what they say about the other categories of a choice. */
function withRivals({ store }: Catalogue, answers: readonly Answer[]): readonly Answer[] {
  const implied: Answer[] = []
  for (const { categoryId, verdict, photoIds } of answers) {
    if (verdict !== 'yes') continue
    for (const rivalId of membersOf(store, categoryId)) {
      if (rivalId === categoryId) continue
      const said = new Set(
        [...answers, ...implied].flatMap((answer) => (answer.categoryId === rivalId ? answer.photoIds : [])),
      )
      implied.push({ categoryId: rivalId, verdict: 'no', photoIds: photoIds.filter((photoId) => !said.has(photoId)) })
    }
  }
  return [...answers, ...implied]
}

/** The step that gives these photos this answer, without those that have it. */
function changeOf({ tags }: Catalogue, { categoryId, verdict, photoIds }: Answer): DecisionsChange {
  const { yes, no } = tags.of(categoryId)
  const before: Record<Verdict, number[]> = { yes: [], no: [], undecided: [] }
  for (const photoId of photoIds) before[yes.has(photoId) ? 'yes' : no.has(photoId) ? 'no' : 'undecided'].push(photoId)
  before[verdict] = []
  return { kind: 'decisions', categoryId, verdict, before }
}

function photosOf({ before }: DecisionsChange): readonly number[] {
  return [...before.yes, ...before.no, ...before.undecided]
}

/** What Winnow would have said: how far above the cut each photo stands. */
function marginsOf({ model, store }: Catalogue, change: DecisionsChange): ReadonlyMap<number, number> {
  const margins = new Map<number, number>()
  const photoIds = Uint32Array.from(photosOf(change))
  const judge = model?.judges.get(change.categoryId)
  if (model === null || judge === undefined || photoIds.length > mostAsked) return margins
  const rivals = findRivals(store, model.judges).get(change.categoryId)
  scorePhotosOfJudge(model.matrix, judge, photoIds, rivals).forEach((score, i) => {
    if (!Number.isNaN(score)) margins.set(photoIds[i]!, score - judge.cuts.sure)
  })
  return margins
}
