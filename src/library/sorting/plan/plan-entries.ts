import { join } from 'node:path'
import type { PlanEntry, PlanFilter } from '../../../contract/sorting.ts'
import { noteSentence } from '../../../core/sorting/note-sentence.ts'
import type { PlanItem, PlanNoteKind, SortPlan } from '../../../core/sorting/sort-plan.ts'
import { joinPath } from '../../../core/sorting/target-path.ts'
import { withSeparators } from './slashes.ts'

const notesOf: Readonly<Record<'renamed' | 'spelling' | 'name-changed', readonly PlanNoteKind[]>> = {
  renamed: ['renamed'],
  spelling: ['spelling'],
  'name-changed': ['portable-name', 'shortened'],
}

/** One page of the items of a plan that a filter lets through, in the plan's order. */
export function planEntries(
  plan: SortPlan,
  { filter, offset, limit }: { readonly filter: PlanFilter; readonly offset: number; readonly limit: number },
): { readonly items: PlanEntry[]; readonly total: number } {
  const matching = plan.items.filter((item) => passes(item, filter))
  return { items: matching.slice(offset, offset + limit).map(entryOf), total: matching.length }
}

/** Photos of the items that a filter lets through, each once, in the plan's order. */
export function planPhotos(plan: SortPlan, filter: PlanFilter): number[] {
  return [...new Set(plan.items.flatMap((item) => (passes(item, filter) ? (item.photoId ?? []) : [])))]
}

function passes(item: PlanItem, filter: PlanFilter): boolean {
  if (filter.kind === 'status') return item.status === filter.status
  if (item.status !== 'go') return false
  if (filter.kind === 'folder') {
    const { toDirectory } = item
    if (toDirectory === filter.path) return true
    return filter.deep && (filter.path === '' || toDirectory?.startsWith(`${filter.path}/`) === true)
  }
  if (filter.note === 'several-rules') return item.alsoWantedBy.length > 0
  const kinds = notesOf[filter.note]
  return item.notes.some(({ kind }) => kinds.includes(kind))
}

function entryOf(item: PlanItem): PlanEntry {
  const [first, ...companions] = item.members
  return {
    fileId: item.fileId,
    photoId: item.photoId,
    fromPath: join(withSeparators(item.fromDirectory), first?.fromName ?? ''),
    toPath: item.toDirectory === null ? null : joinPath(item.toDirectory, first?.toName ?? ''),
    sizeBytes: item.members.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    status: item.status,
    ruleIndex: item.ruleIndex,
    alsoWantedBy: [...item.alsoWantedBy],
    notes: item.notes.map(noteSentence),
    companions: companions.map(({ fromName, toName }) => ({ fromName, toName })),
  }
}
