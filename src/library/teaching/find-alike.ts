import { scanQuery } from '../../core/matrix/scan-query.ts'
import type { PhotoSet } from '../../core/search/photo-set.ts'
import { topK } from '../../core/search/top-k.ts'
import { backgroundLevel } from '../../core/tagging/background-level.ts'
import { scoreBackground } from '../../core/tagging/score-background.ts'
import type { VectorMatrix } from '../../core/vector/vector-matrix.ts'
import type { ActiveModel } from '../tagging/active-model.ts'

const mostAlike = 11
/** Spreads above the background, as in a search by photo but higher: one answer is to hold for all of them. */
const alikeFrom = 5

/** Photos much like one, most alike first: of its burst, or of the same thing. */
export function findAlike(
  { matrix }: ActiveModel,
  photoId: number,
  {
    background,
    among,
    except,
  }: { readonly background: VectorMatrix; readonly among: PhotoSet; readonly except: PhotoSet },
): readonly number[] {
  const vector = matrix.get(photoId)
  if (vector === null) return []
  const { middle, spread } = backgroundLevel(scoreBackground(vector, background))
  const ids = Uint32Array.from(among.ids())
  const query = scanQuery(
    vector.map((value) => value / spread),
    -middle / spread,
  )
  const scores = matrix.scorePhotos(query, ids)
  const { rows } = topK(scores, mostAlike, (i) => ids[i] !== photoId && scores[i]! >= alikeFrom && !except.has(ids[i]!))
  return Array.from(rows, (i) => ids[i]!)
}
