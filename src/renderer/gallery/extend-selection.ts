/**
 * What Shift does: the run from the anchor to where the person was (`from`) leaves the selection, the run from the
 * anchor to where they are now (`to`) joins it, and the rest stays. All are indexes into `ids`.
 */
export function extendSelection(
  selected: ReadonlySet<number>,
  ids: Uint32Array,
  anchor: number,
  from: number,
  to: number,
): ReadonlySet<number> {
  const next = new Set(selected)
  for (const id of ids.subarray(Math.min(anchor, from), Math.max(anchor, from) + 1)) next.delete(id)
  for (const id of ids.subarray(Math.min(anchor, to), Math.max(anchor, to) + 1)) next.add(id)
  return next
}
