import { z } from 'zod'
import { idSchema } from '../../contract/primitives.ts'
import { changedFieldsSchema, singlesOf } from './change.ts'
import type { Change, SingleChange } from './change.ts'
import type { Direction } from './prepare-change.ts'

/** What an event did to a category beside answers; kept in the database. */
export const eventDetailsSchema = z.object({
  created: z.boolean().default(false),
  /** Fields that were changed, as they were and as they became. */
  before: changedFieldsSchema.default({}),
  after: changedFieldsSchema.default({}),
  examplesAdded: z.array(idSchema).default([]),
  examplesRemoved: z.array(idSchema).default([]),
})
export type EventDetails = z.infer<typeof eventDetailsSchema>

/** What a change does to each category that it is about, by category. */
export function detailsByCategory(change: Change, direction: Direction): ReadonlyMap<number, EventDetails> {
  const found = new Map<number, EventDetails>()
  const singles = direction === 'undo' ? singlesOf(change).toReversed() : singlesOf(change)
  for (const single of singles) {
    const [categoryId, details] = detailsOf(single, direction === 'undo') ?? []
    if (categoryId === undefined || details === undefined) continue
    const earlier = found.get(categoryId)
    found.set(categoryId, earlier === undefined ? details : joined(earlier, details))
  }
  return found
}

/** Of what another version of Winnow wrote, what this one understands. */
export function parseDetails(json: string): EventDetails {
  return eventDetailsSchema.safeParse(JSON.parse(json)).data ?? eventDetailsSchema.parse({})
}

/** Null for what leaves nothing to tell in a category's history. */
function detailsOf(change: SingleChange, isUndo: boolean): readonly [number, EventDetails] | null {
  const nothing = eventDetailsSchema.parse({})
  switch (change.kind) {
    case 'decisions':
      return [change.categoryId, nothing]
    case 'category-created':
      // Taken back, it has no history to be seen; made again, it has its old one.
      return isUndo ? null : [change.categoryId, { ...nothing, created: true }]
    case 'category-updated': {
      const [before, after] = isUndo ? [change.after, change.before] : [change.before, change.after]
      return [change.categoryId, { ...nothing, before, after }]
    }
    case 'examples-added':
    case 'examples-removed': {
      const isAdding = (change.kind === 'examples-added') !== isUndo
      const { categoryId, exampleIds } = change
      return [
        categoryId,
        { ...nothing, ...(isAdding ? { examplesAdded: exampleIds } : { examplesRemoved: exampleIds }) },
      ]
    }
    case 'category-removed':
    case 'choice-changed':
    case 'folders-added':
    case 'folder-removed':
    case 'files-sorted':
      return null
  }
}

function joined(first: EventDetails, second: EventDetails): EventDetails {
  return {
    created: first.created || second.created,
    before: { ...second.before, ...first.before },
    after: { ...first.after, ...second.after },
    examplesAdded: [...first.examplesAdded, ...second.examplesAdded],
    examplesRemoved: [...first.examplesRemoved, ...second.examplesRemoved],
  }
}
