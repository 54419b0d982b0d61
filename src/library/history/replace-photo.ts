import type { Store } from '../store/store.ts'
import { parseChange } from './change.ts'

/**
 * Steps of undo that speak of `photoId` speak of `becomes` from now on: of the photo it was merged into, or of both after an
 * edit. In the caller's transaction.
 */
export function replacePhotoInHistory(
  { action }: Pick<Store, 'action'>,
  photoId: number,
  becomes: readonly number[],
): void {
  const replaced = (ids: readonly number[]): number[] =>
    ids.includes(photoId) ? [...new Set([...ids.filter((id) => id !== photoId), ...becomes])] : [...ids]
  for (const { actionId, change: json } of action.all()) {
    const change = parseChange(json)
    if (change?.kind !== 'decisions') continue
    const { yes, no, undecided } = change.before
    const before = { yes: replaced(yes), no: replaced(no), undecided: replaced(undecided) }
    if (JSON.stringify(before) !== JSON.stringify(change.before)) {
      action.setChange(actionId, JSON.stringify({ ...change, before }))
    }
  }
}
