import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchMoves } from './match-moves.ts'

const files = (firstId: number) =>
  fc
    .array(fc.record({ sizeBytes: fc.constantFrom(0, 10, 20), mtimeMs: fc.constantFrom(1.5, 2.5, 3) }), {
      maxLength: 6,
    })
    .map((all) => all.map((file, index) => ({ ...file, fileId: firstId + index })))

test('a move joins two files of the same size and fine time, and nobody else has them', () => {
  fc.assert(
    fc.property(files(1), files(100), (gone, appeared) => {
      const moves = matchMoves(gone, appeared)
      for (const { fromFileId, toFileId } of moves) {
        const from = gone.find((file) => file.fileId === fromFileId)!
        const to = appeared.find((file) => file.fileId === toFileId)!
        expect({ ...from, fileId: 0 }).toEqual({ ...to, fileId: 0 })
        expect(from.sizeBytes > 0 && !Number.isInteger(from.mtimeMs)).toBe(true)
        const twins = [...gone, ...appeared].filter(
          (file) => file.sizeBytes === from.sizeBytes && file.mtimeMs === from.mtimeMs,
        )
        expect(twins).toHaveLength(2)
      }
      expect(new Set(moves.map((move) => move.fromFileId)).size).toBe(moves.length)
      expect(new Set(moves.map((move) => move.toFileId)).size).toBe(moves.length)
    }),
  )
})

test('every unmistakable move is found', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { maxLength: 50 }),
      fc.boolean(),
      (sizes, reversed) => {
        const gone = sizes.map((sizeBytes) => ({ fileId: sizeBytes, sizeBytes, mtimeMs: 0.5 }))
        const appeared = gone.map((file) => ({ ...file, fileId: file.fileId + 5000 }))
        const moves = matchMoves(gone, reversed ? appeared.toReversed() : appeared)
        expect(moves.map((move) => move.toFileId - move.fromFileId)).toEqual(sizes.map(() => 5000))
      },
    ),
  )
})
