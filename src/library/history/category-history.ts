import type { CategoryEvent } from '../../contract/teaching.ts'
import { answersBetween, answersInTime, withoutAnswers } from '../../core/history/answers-in-time.ts'
import type { AnswersInTime, StoredAnswer, StoredVerdict } from '../../core/history/answers-in-time.ts'
import { eventSentence } from '../../core/history/event-sentence.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { existingCategory } from '../categories/category-view.ts'
import type { CategoryEventRow } from '../store/category-event.ts'
import type { CategoryRow } from '../store/category.ts'
import { parseDetails } from './event-details.ts'
import type { EventDetails } from './event-details.ts'
import { fieldsBack } from './fields-back.ts'

/** Something that happened to a category, with all that is needed to take it back. */
export interface PastEvent {
  readonly eventId: string
  readonly atMs: number
  readonly source: CategoryEvent['source']
  readonly label: string
  readonly answers: readonly StoredAnswer[]
  readonly details: EventDetails
  /** The latest answer about anything when it happened. */
  readonly throughDecisionId: number
}

export interface CategoryPast {
  readonly row: CategoryRow
  readonly answers: AnswersInTime
  /** In the order they happened. */
  readonly events: readonly PastEvent[]
}

const shownPhotos = 12

/**
 * What happened to a category, newest first.
 * @throws WinnowError `not-found`
 */
export function categoryHistory(
  catalogue: Catalogue,
  { categoryId, limit }: { readonly categoryId: number; readonly limit: number },
): { events: CategoryEvent[] } {
  const past = pastOf(catalogue, categoryId)
  return {
    events: past.events
      .slice(-limit)
      .reverse()
      .map((event) => viewEvent(catalogue, past, event)),
  }
}

/** @throws WinnowError `not-found` */
export function pastOf(catalogue: Catalogue, categoryId: number): CategoryPast {
  const { store } = catalogue
  const row = existingCategory(catalogue, categoryId)
  const answers = answersInTime(store.categoryEvent.decisions(categoryId))
  const events: PastEvent[] = []
  let last = 0
  for (const stored of store.categoryEvent.ofCategory(categoryId)) {
    events.push(...carriedEvents(answers, last + 1, stored.throughDecisionId), saidEvent(answers, stored))
    last = stored.throughDecisionId
  }
  events.push(...carriedEvents(answers, last + 1, Infinity))
  return { row, answers, events }
}

function saidEvent(answers: AnswersInTime, stored: CategoryEventRow): PastEvent {
  const { firstDecisionId, throughDecisionId, atMs, source } = stored
  const own = firstDecisionId === null ? [] : answersBetween(answers, firstDecisionId, throughDecisionId, 'said')
  const details = parseDetails(stored.details)
  const says = (verdict: StoredVerdict): number => own.filter((answer) => answer.verdict === verdict).length
  const label =
    stored.label ??
    eventSentence({
      isCreation: details.created,
      after: Object.keys(details.after).length === 0 ? null : details.after,
      examplesAdded: details.examplesAdded.length,
      examplesRemoved: details.examplesRemoved.length,
      saidYes: says('yes'),
      saidNo: says('no'),
      tookBack: says('undecided'),
    })
  return { eventId: `e${stored.eventId}`, atMs, source, label, answers: own, details, throughDecisionId }
}

/** Answers that edits in place and merged copies took along between two events, as one event. */
function carriedEvents(answers: AnswersInTime, first: number, through: number): readonly PastEvent[] {
  const own = answersBetween(answers, first, through, 'carried')
  const [from] = own
  const to = own.at(-1)
  if (from === undefined || to === undefined) return []
  const photos = new Set(own.map(({ photoId }) => photoId)).size
  return [
    {
      eventId: `c${from.decisionId}`,
      atMs: to.decidedAtMs,
      source: 'carried',
      label:
        photos === 1 ? 'An answer went along with an edited photo' : `Answers went along with ${photos} edited photos`,
      answers: own,
      details: parseDetails('{}'),
      throughDecisionId: to.decisionId,
    },
  ]
}

function viewEvent({ store }: Catalogue, past: CategoryPast, event: PastEvent): CategoryEvent {
  const photoIds = [...new Set(event.answers.map(({ photoId }) => photoId))]
  const verdicts = new Set(event.answers.map(({ verdict }) => verdict))
  const [verdict] = verdicts
  return {
    eventId: event.eventId,
    atMs: event.atMs,
    label: event.label,
    source: event.source,
    verdict: verdict !== undefined && verdicts.size === 1 ? verdict : null,
    photoIds: photoIds.slice(0, shownPhotos),
    photoCount: photoIds.length,
    canUndo:
      withoutAnswers(past.answers, event.answers).size > 0 ||
      Object.keys(fieldsBack(past.row, event.details).after).length > 0 ||
      event.details.examplesAdded.some((exampleId) => store.example.get(exampleId) !== null) ||
      event.details.examplesRemoved.some((exampleId) => store.example.get(exampleId) === null),
  }
}
