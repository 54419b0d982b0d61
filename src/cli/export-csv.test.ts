import { expect, it } from 'vitest'
import { csvRow } from './export-csv.ts'

it('quotes what must be quoted and nothing else', () => {
  expect(
    csvRow({
      path: '/photos/a "b", c\nd.jpg',
      contentHash: 'ab12',
      takenAtMs: Date.UTC(2024, 5, 1, 9, 30),
      widthPx: 4000,
      heightPx: null,
      tags: [
        { name: 'Dog', saidBy: 'winnow', probability: 0.9, origin: 'built-in' },
        { name: 'Our dog', saidBy: 'you', probability: 1, origin: 'own' },
      ],
      saidNo: ['Cat', 'Fox'],
    }),
  ).toBe('"/photos/a ""b"", c\nd.jpg",ab12,2024-06-01T09:30:00,4000,,Dog; Our dog,Our dog,Cat; Fox\r\n')
})
