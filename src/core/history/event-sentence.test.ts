import { expect, it } from 'vitest'
import { eventSentence } from './event-sentence.ts'
import type { EventContents } from './event-sentence.ts'

const nothing: EventContents = {
  isCreation: false,
  after: null,
  examplesAdded: 0,
  examplesRemoved: 0,
  saidYes: 0,
  saidNo: 0,
  tookBack: 0,
}

it.each<[Partial<EventContents>, string]>([
  [{ saidYes: 3 }, 'Said yes to 3 photos'],
  [{ saidNo: 1 }, 'Said no to 1 photo'],
  [{ tookBack: 1200 }, 'Took back the answer about 1,200 photos'],
  [{ isCreation: true }, 'Made this category'],
  [{ isCreation: true, saidYes: 2, saidNo: 1 }, 'Made this category, said yes to 2 photos and said no to 1 photo'],
  [{ after: { words: ['dog'], name: 'Hound' } }, 'Renamed it to Hound'],
  [{ after: { notWords: ['cat'] } }, 'Changed the words'],
  [{ after: { strictness: 0.3 } }, 'Changed how strict it is'],
  [{ after: { hidden: true } }, 'Hid it'],
  [{ after: { useHints: true } }, 'Let sure guesses teach it too'],
  [{ examplesAdded: 1 }, 'Added 1 picture as an example'],
  [{ examplesAdded: 2, examplesRemoved: 1 }, 'Added 2 pictures as examples and took 1 picture away'],
  [{}, 'Answered'],
])('%j is told as: %s', (contents, sentence) => {
  expect(eventSentence({ ...nothing, ...contents })).toBe(sentence)
})
