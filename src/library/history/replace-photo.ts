import type { Verdict } from '../../contract/primitives.ts'
import type { Store } from '../store/store.ts'
import { parseChange, singlesOf } from './change.ts'
import type { Change, DecisionsChange, SingleChange } from './change.ts'

/**
 * Steps of undo that speak of `photoId` speak of `becomes` from now on: of the photo it was merged into, or of both after an
 * edit. Where a step speaks of both, an earlier answer is worth more than none. In the caller's transaction.
 */
export function replacePhotoInHistory(
  { action }: Pick<Store, 'action'>,
  photoId: number,
  becomes: readonly number[],
): void {
  for (const { actionId, change: json } of action.all()) {
    const change = parseChange(json)
    if (change === null) continue
    const replaced = singlesOf(change).map((single) => replacePhoto(single, photoId, becomes))
    if (replaced.every((single, i) => single === singlesOf(change)[i])) continue
    const next: Change = change.kind === 'together' ? { ...change, changes: replaced } : replaced[0]!
    action.setChange(actionId, JSON.stringify(next))
  }
}

/** The change itself where it doesn't speak of the photo. */
function replacePhoto(change: SingleChange, photoId: number, becomes: readonly number[]): SingleChange {
  if (change.kind !== 'decisions') return change
  const verdicts = new Map<number, Verdict>()
  for (const verdict of ['undecided', 'no', 'yes'] as const) {
    for (const id of change.before[verdict]) verdicts.set(id, verdict)
  }
  const own = verdicts.get(photoId)
  if (own === undefined) return change
  verdicts.delete(photoId)
  for (const id of becomes) if ((verdicts.get(id) ?? 'undecided') === 'undecided') verdicts.set(id, own)
  return { ...change, before: byVerdict(verdicts) }
}

function byVerdict(verdicts: ReadonlyMap<number, Verdict>): DecisionsChange['before'] {
  const before: DecisionsChange['before'] = { yes: [], no: [], undecided: [] }
  for (const [photoId, verdict] of verdicts) before[verdict].push(photoId)
  return before
}
