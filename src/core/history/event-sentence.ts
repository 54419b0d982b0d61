import { updatedSentence } from './sentences.ts'

/** What happened to a category in one step, as its history tells it: the category itself goes without saying. */
export interface EventContents {
  readonly isCreation: boolean
  /** Fields that were changed, as they became; null where none was. */
  readonly after: Parameters<typeof updatedSentence>[1] | null
  readonly examplesAdded: number
  readonly examplesRemoved: number
  readonly saidYes: number
  readonly saidNo: number
  readonly tookBack: number
}

/** A sentence in the past tense: "Said yes to 3 photos", "Changed the words". */
export function eventSentence(event: EventContents): string {
  const parts = [
    ...(event.isCreation ? ['made this category'] : []),
    ...(event.after === null ? [] : [fieldsPart(event.after)]),
    ...(event.examplesAdded === 0
      ? []
      : [`added ${of(event.examplesAdded, 'picture')} as ${examples(event.examplesAdded)}`]),
    ...(event.examplesRemoved === 0 ? [] : [`took ${of(event.examplesRemoved, 'picture')} away`]),
    ...answerParts(event),
  ]
  const [first = 'answered', ...others] = parts
  const last = others.pop()
  const text = last === undefined ? first : `${[first, ...others].join(', ')} and ${last}`
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

function answerParts({ saidYes, saidNo, tookBack }: EventContents): readonly string[] {
  return [
    ...(saidYes === 0 ? [] : [`said yes to ${of(saidYes, 'photo')}`]),
    ...(saidNo === 0 ? [] : [`said no to ${of(saidNo, 'photo')}`]),
    ...(tookBack === 0 ? [] : [`took back the answer about ${of(tookBack, 'photo')}`]),
  ]
}

function fieldsPart(after: NonNullable<EventContents['after']>): string {
  if (after.name !== undefined) return `renamed it to ${after.name}`
  if (after.words !== undefined || after.notWords !== undefined) return 'changed the words'
  const sentence = updatedSentence('it', after)
  return sentence.slice(0, 1).toLowerCase() + sentence.slice(1)
}

function of(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count.toLocaleString('en-US')} ${what}s`
}

function examples(count: number): string {
  return count === 1 ? 'an example' : 'examples'
}
