import { WinnowError } from '../../contract/error.ts'
import { answersBackAt, withoutAnswers } from '../../core/history/answers-in-time.ts'
import type { StoredVerdict } from '../../core/history/answers-in-time.ts'
import { restoredSentence, undoneSentence } from '../../core/history/sentences.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { differenceOf } from '../categories/prepare-category-update.ts'
import { isNameTaken } from '../categories/refuse-same-name.ts'
import { membersOf } from '../tagging/rivals.ts'
import { pastOf } from './category-history.ts'
import type { CategoryPast, PastEvent } from './category-history.ts'
import type { ChangedFields, SingleChange } from './change.ts'
import { fieldsBack } from './fields-back.ts'
import { performChange } from './perform-change.ts'

interface EventInput {
  readonly categoryId: number
  readonly eventId: string
}

/**
 * Takes one event of a category's history back, whenever it was; what was said or changed again since stays. One step of undo.
 * `changed` counts photos with another answer now.
 * @throws WinnowError `not-found`, `already-exists` where the old name was given to another, and as `performChange` does
 */
export async function undoEvent(
  catalogue: Catalogue,
  { categoryId, eventId }: EventInput,
  signal?: AbortSignal,
): Promise<{ changed: number }> {
  const past = pastOf(catalogue, categoryId)
  const { event } = find(past, eventId)
  const { examplesAdded, examplesRemoved } = event.details
  return await goBack(
    catalogue,
    past,
    {
      answers: withoutAnswers(past.answers, event.answers),
      fields: fieldsBack(past.row, event.details),
      remove: examplesAdded,
      bringBack: examplesRemoved,
      label: undoneSentence(event.label),
    },
    signal,
  )
}

/**
 * Puts answers, examples, words and how they are used back to how they were just after an event. One step of undo. `changed` counts
 * photos with another answer now. A name that another category has taken since stays with that one.
 * @throws WinnowError `not-found`, and as `performChange` does
 */
export async function restoreEvent(
  catalogue: Catalogue,
  { categoryId, eventId }: EventInput,
  signal?: AbortSignal,
): Promise<{ changed: number }> {
  const past = pastOf(catalogue, categoryId)
  const { event, at } = find(past, eventId)
  const later = past.events.slice(at + 1).toReversed()
  let fields: ChangedFields = {}
  const remove = new Set<number>()
  const bringBack = new Set<number>()
  for (const { details } of later) {
    fields = { ...fields, ...details.before }
    for (const exampleId of details.examplesAdded) if (!bringBack.delete(exampleId)) remove.add(exampleId)
    for (const exampleId of details.examplesRemoved) if (!remove.delete(exampleId)) bringBack.add(exampleId)
  }
  const { name, words, notWords, strictness, useHints } = fields
  const difference = differenceOf(past.row, {
    ...(name !== undefined && !isNameTaken(catalogue, name, categoryId) && { name }),
    ...(words !== undefined && { words }),
    ...(notWords !== undefined && { notWords }),
    ...(strictness !== undefined && { strictness }),
    ...(useHints !== undefined && { useHints }),
  })
  return await goBack(
    catalogue,
    past,
    {
      answers: answersBackAt(past.answers, event.throughDecisionId, event.atMs),
      fields: difference,
      remove: [...remove],
      bringBack: [...bringBack],
      label: restoredSentence(past.row.name, event.label),
    },
    signal,
  )
}

interface WayBack {
  /** What is to be said now, by photo. */
  readonly answers: ReadonlyMap<number, StoredVerdict>
  readonly fields: { readonly before: ChangedFields; readonly after: ChangedFields }
  /** Examples that came since, and that went since; those that already are where they belong are passed over. */
  readonly remove: readonly number[]
  readonly bringBack: readonly number[]
  readonly label: string
}

async function goBack(
  catalogue: Catalogue,
  { row, answers: past }: CategoryPast,
  { answers, fields, remove, bringBack, label }: WayBack,
  signal?: AbortSignal,
): Promise<{ changed: number }> {
  const { store } = catalogue
  const { categoryId } = row
  const there = [...answers].filter(([photoId]) => store.photoColumns.exists(photoId))
  const changes: SingleChange[] = []
  if (Object.keys(fields.after).length > 0) changes.push({ kind: 'category-updated', categoryId, ...fields })
  for (const verdict of ['yes', 'no', 'undecided'] as const) {
    const photoIds = there.filter(([, becomes]) => becomes === verdict).map(([photoId]) => photoId)
    if (photoIds.length === 0) continue
    const now = Map.groupBy(photoIds, (photoId) => past.ofPhoto.get(photoId)?.at(-1)?.verdict ?? 'undecided')
    const before = { yes: now.get('yes') ?? [], no: now.get('no') ?? [], undecided: now.get('undecided') ?? [] }
    changes.push({ kind: 'decisions', categoryId, verdict, before })
    if (verdict === 'yes') changes.push(...rivalsGiveWay(catalogue, categoryId, photoIds))
  }
  const going = remove.filter((exampleId) => store.example.get(exampleId) !== null)
  const coming = bringBack.filter((exampleId) => store.example.get(exampleId) === null)
  if (going.length > 0) changes.push({ kind: 'examples-removed', categoryId, exampleIds: going })
  if (coming.length > 0) changes.push({ kind: 'examples-added', categoryId, exampleIds: coming })
  if (changes.length === 0) return { changed: 0 }
  const change = { kind: 'together' as const, changes }
  await performChange(catalogue, { label, change, source: 'undo', eventSource: 'undo' }, signal)
  return { changed: there.length }
}

/** Of a choice one category holds: a yes that comes back takes the place of the one that was said since. */
function rivalsGiveWay(
  { store, tags }: Pick<Catalogue, 'store' | 'tags'>,
  categoryId: number,
  photoIds: readonly number[],
): readonly SingleChange[] {
  return membersOf(store, categoryId).flatMap((rivalId): readonly SingleChange[] => {
    const yes = rivalId === categoryId ? [] : photoIds.filter((photoId) => tags.of(rivalId).yes.has(photoId))
    if (yes.length === 0) return []
    return [{ kind: 'decisions', categoryId: rivalId, verdict: 'no', before: { yes, no: [], undecided: [] } }]
  })
}

function find({ events }: CategoryPast, eventId: string): { readonly event: PastEvent; readonly at: number } {
  const at = events.findIndex((event) => event.eventId === eventId)
  const event = events[at]
  if (event === undefined) throw new WinnowError('not-found', 'This step of the history is not there any more.')
  return { event, at }
}
