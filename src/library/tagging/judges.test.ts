import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEmbeddingMatrix } from '../../core/matrix/embedding-matrix.ts'
import { cutsFor } from '../../core/tagging/probability.ts'
import { createJudge, judgePhotos, predictionOf } from './judges.ts'

/** One number a photo is enough: the score is that number. */
const judge = (strictness: number) => createJudge({ weights: Float32Array.of(10), bias: 0, flat: false }, strictness)

test('a score is sure, unsure or nothing, and a probability', () => {
  const cuts = cutsFor(0.5)
  expect(predictionOf(cuts.sure, cuts)).toEqual({ band: 'sure', probability: 0.5 })
  expect(predictionOf(cuts.unsure, cuts)?.band).toBe('unsure')
  expect(predictionOf(cuts.unsure - 0.01, cuts)).toBeNull()
})

test('photos are judged alike alone, in any company and in a scan of all', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 })
  fc.assert(
    fc.property(ids, fc.array(fc.integer({ min: 1, max: 70 }), { maxLength: 20 }), (photoIds, asked) => {
      const matrix = createEmbeddingMatrix(1)
      for (const photoId of photoIds) matrix.set(photoId, Float32Array.of(Math.sin(photoId)))
      const judges = new Map([
        [7, judge(0.5)],
        [8, judge(0.9)],
      ])
      const judged = judgePhotos(matrix, judges, asked)
      expect([...judged.keys()].sort((a, b) => a - b)).toEqual(
        [...new Set(asked)].filter((photoId) => photoIds.includes(photoId)).sort((a, b) => a - b),
      )
      for (const [categoryId, one] of judges) {
        const scores = matrix.score(one.query)
        for (const [photoId, predictions] of judged) {
          const inScan = predictionOf(scores[matrix.rowOf(photoId)]!, one.cuts)
          expect(predictions.find((prediction) => prediction.categoryId === categoryId) ?? null).toEqual(
            inScan && { categoryId, ...inScan },
          )
        }
      }
    }),
  )
})

test('a photo that was deleted is not judged, even where its row would score', () => {
  const matrix = createEmbeddingMatrix(1)
  matrix.set(1, Float32Array.of(1))
  matrix.set(2, Float32Array.of(1))
  matrix.delete(1)
  const always = createJudge({ weights: Float32Array.of(0), bias: 9, flat: false }, 0.5)
  expect([...judgePhotos(matrix, new Map([[1, always]]), [1, 2]).keys()]).toEqual([2])
})
