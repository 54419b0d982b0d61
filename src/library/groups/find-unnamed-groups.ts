import { findGroups } from '../../core/clustering/find-groups.ts'
import type { PhotoGroup } from '../../core/clustering/find-groups.ts'
import { proposeNames } from '../../core/clustering/propose-names.ts'
import type { VectorMatrix } from '../../core/vector/vector-matrix.ts'
import { rowOf } from '../../core/vector/vector-matrix.ts'
import { breathe } from '../catalogue/breathe.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { untaggedPhotos } from '../categories/category-counts.ts'
import type { ActiveModel } from '../tagging/active-model.ts'
import { calibrationOf } from '../tagging/make-classifier.ts'
import { evenSample } from './even-sample.ts'
import { knownNames } from './known-names.ts'

/** About a second of work, in slices. */
const mostLookedAt = 4000
const smallestGroup = 4
const mostNames = 3
/** Enough of a group to name it by; the most typical come first. */
const mostNamedBy = 50

interface UnnamedGroups {
  readonly groups: { photoIds: number[]; suggestedNames: string[] }[]
  readonly lookedAtCount: number
  readonly photoCount: number
}

/**
 * Groups among the photos on screen that have no tag or only unsure ones, with names of the vocabulary that fit, best first. Of
 * many thousands a sample is looked at, at even distances. Works in slices that let other calls through.
 * @throws WinnowError `cancelled`
 */
export async function findUnnamedGroups(
  catalogue: Catalogue,
  limit: number,
  signal?: AbortSignal,
): Promise<UnnamedGroups> {
  await catalogue.upToDate()
  const { model } = catalogue
  if (model === null) return { groups: [], lookedAtCount: 0, photoCount: 0 }
  const { reference } = await calibrationOf(model)
  const all = untaggedPhotos(catalogue)
    .ids()
    .filter((photoId) => model.matrix.rowOf(photoId) >= 0)
  const { photoIds, vectors } = vectorsOf(model, evenSample(all, mostLookedAt))
  const found = await inSlices(findGroups(vectors, { smallest: smallestGroup, most: limit }), signal)

  // The person's own names are no names for what these do not show.
  const known = knownNames(catalogue, ({ key }) => key !== null)
  const ordinary = reference().mean
  const groups: UnnamedGroups['groups'] = []
  for (const { rows } of found) {
    const typical = rows.slice(0, mostNamedBy).map((row) => rowOf(vectors, row))
    groups.push({
      photoIds: rows.map((row) => photoIds[row]!),
      suggestedNames: proposeNames(typical, known, ordinary, mostNames).map(({ name }) => name),
    })
    await breathe(signal)
  }
  return { groups, lookedAtCount: photoIds.length, photoCount: all.length }
}

function vectorsOf(
  { matrix }: ActiveModel,
  wanted: readonly number[],
): { readonly photoIds: readonly number[]; readonly vectors: VectorMatrix } {
  const photoIds = wanted.filter((photoId) => matrix.rowOf(photoId) >= 0)
  const data = new Float32Array(photoIds.length * matrix.dim)
  for (const [row, photoId] of photoIds.entries()) {
    const vector = matrix.get(photoId)
    if (vector !== null) data.set(vector, row * matrix.dim)
  }
  return { photoIds, vectors: { data, rows: photoIds.length, dim: matrix.dim } }
}

async function inSlices(
  work: Generator<undefined, readonly PhotoGroup[]>,
  signal?: AbortSignal,
): Promise<readonly PhotoGroup[]> {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    await breathe(signal)
  }
}
