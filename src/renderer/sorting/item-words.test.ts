import { expect, test } from 'vitest'
import type { PlanEntry } from '../../contract/sorting.ts'
import { itemWords } from './item-words.ts'

const entry: PlanEntry = {
  fileId: 1,
  photoId: 1,
  fromPath: '/home/ada/Pictures/a.jpg',
  toPath: 'Rain/2024/a.jpg',
  sizeBytes: 1,
  status: 'go',
  ruleIndex: 0,
  alsoWantedBy: [],
  notes: [],
  companions: [],
}

test('says where a photo comes from and goes to', () => {
  expect(itemWords(entry)).toMatchObject({ name: 'a.jpg', newName: null, from: '/home/ada/Pictures', to: 'Rain/2024' })
  expect(itemWords({ ...entry, toPath: 'a (2).jpg' })).toMatchObject({ newName: 'a (2).jpg', to: '' })
  expect(itemWords({ ...entry, toPath: null })).toMatchObject({ newName: null, to: null })
})

test('a backslash is part of a name where paths begin with a slash, else it parts names', () => {
  expect(itemWords({ ...entry, fromPath: '/photos/a\\b.jpg', toPath: null }).name).toBe('a\\b.jpg')
  expect(itemWords({ ...entry, fromPath: 'D:\\photos\\b.jpg', toPath: null })).toMatchObject({
    name: 'b.jpg',
    from: 'D:\\photos',
  })
})

test('names what goes with it, and the rules that wanted it too', () => {
  const companions = [
    { fromName: 'a.xmp', toName: 'a.xmp' },
    { fromName: 'a.dng', toName: 'a (2).dng' },
  ]
  const words = itemWords({ ...entry, companions, alsoWantedBy: [1, 2, 4] })
  expect(words.companions).toBe('with a.xmp, a.dng → a (2).dng')
  expect(words.rules).toBe('Rule 1 gets it; rules 2, 3 and 5 want it too.')
  expect(itemWords({ ...entry, alsoWantedBy: [1] }).rules).toBe('Rule 1 gets it; rule 2 wants it too.')
})
