import type { Verdict } from '../../contract/primitives.ts'
import type { Store } from '../store/store.ts'
import { parseChange } from './change.ts'
import type { DecisionsChange } from './change.ts'

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
    if (change?.kind !== 'decisions') continue
    const verdicts = new Map<number, Verdict>()
    for (const verdict of ['undecided', 'no', 'yes'] as const) {
      for (const id of change.before[verdict]) verdicts.set(id, verdict)
    }
    const own = verdicts.get(photoId)
    if (own === undefined) continue
    verdicts.delete(photoId)
    for (const id of becomes) if ((verdicts.get(id) ?? 'undecided') === 'undecided') verdicts.set(id, own)
    action.setChange(actionId, JSON.stringify({ ...change, before: byVerdict(verdicts) }))
  }
}

function byVerdict(verdicts: ReadonlyMap<number, Verdict>): DecisionsChange['before'] {
  const before: DecisionsChange['before'] = { yes: [], no: [], undecided: [] }
  for (const [photoId, verdict] of verdicts) before[verdict].push(photoId)
  return before
}
