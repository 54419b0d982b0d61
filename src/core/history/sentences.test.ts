import { expect, test } from 'vitest'
import { createdSentence, decisionSentence, removedSentence, updatedSentence } from './sentences.ts'

test('says what was done, in the past', () => {
  expect([
    decisionSentence('no', 'Dog', 3),
    decisionSentence('yes', 'Dog', 1),
    decisionSentence('undecided', 'Dog', 1200),
    createdSentence('Birthday cake'),
    removedSentence('Birthday cake'),
    updatedSentence('Dog', { name: 'Hound', words: ['hound'] }),
    updatedSentence('Dog', { hidden: true }),
    updatedSentence('Dog', { hidden: false }),
    updatedSentence('Dog', { notWords: ['cat'], strictness: 0.2 }),
    updatedSentence('Dog', { strictness: 0.2 }),
    updatedSentence('Dog', { colour: '#000000' }),
    updatedSentence('Dog', { position: 3 }),
  ]).toEqual([
    'Said no to Dog for 3 photos',
    'Said yes to Dog for 1 photo',
    'Took back the answer about Dog for 1,200 photos',
    'Made the category Birthday cake',
    'Deleted the category Birthday cake',
    'Renamed Dog to Hound',
    'Hid Dog',
    'Showed Dog again',
    'Changed the words of Dog',
    'Changed how strict Dog is',
    'Changed the colour of Dog',
    'Moved Dog',
  ])
})
