import { differenceOf } from '../categories/prepare-category-update.ts'
import type { CategoryRow } from '../store/category.ts'
import { changedFieldsSchema } from './change.ts'
import type { ChangedFields } from './change.ts'
import type { EventDetails } from './event-details.ts'

/** Fields as taking an event back would leave them: as they were before it, unless they were changed again since. */
export function fieldsBack(
  row: CategoryRow,
  { before, after }: Pick<EventDetails, 'before' | 'after'>,
): { readonly before: ChangedFields; readonly after: ChangedFields } {
  const unchangedSince = Object.keys(before).filter(
    (field) => JSON.stringify(Reflect.get(row, field)) === JSON.stringify(Reflect.get(after, field)),
  )
  const wanted = Object.fromEntries(unchangedSince.map((field) => [field, Reflect.get(before, field)]))
  return differenceOf(row, changedFieldsSchema.parse(wanted))
}
