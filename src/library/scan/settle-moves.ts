import { matchMoves } from '../../core/scan/match-moves.ts'
import type { Tagger } from '../context.ts'
import type { Store } from '../store/store.ts'

/**
 * Lets files that were found and are old ones moved take over their photo at once, without being read (see `matchMoves`).
 * @returns the photos that changed
 */
export function settleMoves(store: Store, tagger: Tagger): readonly number[] {
  const missing = store.file.missing().filter((file) => file.verified === 1)
  if (missing.length === 0) return []
  const appeared = store.file.placeholdersOfSizes(missing.map((file) => file.sizeBytes))
  const moves = matchMoves(missing, appeared)
  if (moves.length === 0) return []
  return store.transaction(() => moves.flatMap((move) => settleMove(store, tagger, move.fromFileId, move.toFileId)))
}

function settleMove(store: Store, tagger: Tagger, fromFileId: number, toFileId: number): readonly number[] {
  const placeholderId = store.file.get(toFileId)?.photoId
  const photoId = store.file.get(fromFileId)?.photoId
  if (typeof photoId !== 'number' || typeof placeholderId !== 'number') return []
  store.file.adopt(fromFileId, toFileId)
  store.file.delete(fromFileId)
  tagger.mergePhoto(placeholderId, photoId)
  store.photo.delete(placeholderId)
  return [placeholderId, photoId]
}
